#pragma once

#include <string>

#include "clock.hpp"

/// What the API asks before it lets a call through.
class Limiter {
public:
    virtual ~Limiter() = default;

    /// Whether a call of `key` may go through now. If so, it counts.
    virtual bool allow(const std::string& key) = 0;

    /// Milliseconds until `allow` would say yes; 0 means now.
    virtual long long retry_after_ms(const std::string& key) = 0;
};

/// At most `limit` calls of one key in any window of `window_ms` milliseconds.
class RateLimiter : public Limiter {
public:
    RateLimiter(int limit, long long window_ms, const Clock& clock)
        : limit_(limit), window_ms_(window_ms), clock_(clock) {}

    bool allow(const std::string& key) override {
        (void)key;
        return true;
    }

    long long retry_after_ms(const std::string& key) override {
        (void)key;
        return 0;
    }

private:
    int limit_;
    long long window_ms_;
    const Clock& clock_;
};
