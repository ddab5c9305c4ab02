#pragma once

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

#include "clock.hpp"
#include "store.hpp"

/// What the API asks before it lets a call through.
class Limiter {
public:
    virtual ~Limiter() = default;
    virtual bool allow(const std::string& key) = 0;
    virtual long long retry_after_ms(const std::string& key) = 0;
};

/// Keeps the times of the calls that were let through, one deque a key: at most `limit` times each.
class RateLimiter : public Limiter {
public:
    RateLimiter(int limit, long long window_ms, const Clock& clock)
        : limit_(limit), window_ms_(window_ms), clock_(clock) {}

    bool allow(const std::string& key) override {
        forget_old(key);
        auto& times = by_key_[key];
        bool fits = times.size() < limit_;
        if (fits) times.push_back(clock_.now_ms());
        if (times.empty()) by_key_.erase(key);
        return fits;
    }

    long long retry_after_ms(const std::string& key) override {
        forget_old(key);
        auto found = by_key_.find(key);
        std::size_t used = found == by_key_.end() ? 0 : found->second.size();
        if (used < limit_) return 0;
        if (used == 0) return window_ms_;  // a limit of zero never lets anything through
        return found->second.front() + window_ms_ - clock_.now_ms();
    }

private:
    /// Drops the calls that left the window, and the key with the last of them.
    void forget_old(const std::string& key) {
        auto found = by_key_.find(key);
        if (found == by_key_.end()) return;
        auto& times = found->second;
        while (!times.empty() && times.front() <= clock_.now_ms() - window_ms_) times.pop_front();
        if (times.empty()) by_key_.erase(found);
    }

    std::size_t limit_;
    long long window_ms_;
    const Clock& clock_;
    std::unordered_map<std::string, std::deque<long long>> by_key_;
};

/// Up to `capacity` calls at once; `per_second` of them come back every second. Counts in thousandths.
class TokenBucket : public Limiter {
public:
    TokenBucket(int capacity, int per_second, const Clock& clock)
        : full_(capacity * 1000LL), per_second_(per_second), clock_(clock) {}

    bool allow(const std::string& key) override {
        long long now = level(key);
        if (now < 1000) return false;
        buckets_[key] = {now - 1000, clock_.now_ms()};
        return true;
    }

    long long retry_after_ms(const std::string& key) override {
        long long missing = 1000 - level(key);
        return missing <= 0 ? 0 : (missing + per_second_ - 1) / per_second_;
    }

private:
    struct Bucket {
        long long level;
        long long at_ms;
    };

    long long level(const std::string& key) const {
        auto found = buckets_.find(key);
        if (found == buckets_.end()) return full_;
        return std::min(full_, found->second.level + (clock_.now_ms() - found->second.at_ms) * per_second_);
    }

    long long full_;
    long long per_second_;
    const Clock& clock_;
    std::unordered_map<std::string, Bucket> buckets_;
};

/// The sliding window again, but its times live in a store that several servers write.
class SharedLimiter : public Limiter {
public:
    SharedLimiter(int limit, long long window_ms, const Clock& clock, Store& store)
        : limit_(limit), window_ms_(window_ms), clock_(clock), store_(store) {}

    bool allow(const std::string& key) override {
        while (true) {
            Store::Entry entry = recent(key);
            if (entry.times.size() >= limit_) return false;
            entry.times.push_back(clock_.now_ms());
            if (store_.write(key, entry.times, entry.version)) return true;
            // Another server wrote since we read: look again, the budget may be gone.
        }
    }

    long long retry_after_ms(const std::string& key) override {
        Store::Entry entry = recent(key);
        return entry.times.size() < limit_ ? 0 : entry.times.front() + window_ms_ - clock_.now_ms();
    }

private:
    Store::Entry recent(const std::string& key) const {
        Store::Entry entry = store_.read(key);
        long long oldest = clock_.now_ms() - window_ms_;
        auto left = [oldest](long long time) { return time <= oldest; };
        entry.times.erase(std::remove_if(entry.times.begin(), entry.times.end(), left), entry.times.end());
        return entry;
    }

    std::size_t limit_;
    long long window_ms_;
    const Clock& clock_;
    Store& store_;
};
