#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <numeric>
#include <optional>
#include <regex>
#include <string>
#include <utility>
#include <vector>

#include "report.hpp"

struct Busy {
    std::string page;
    int requests;
};

struct Entry {
    long long at_ms;
    std::string page;
    std::optional<long long> took_ms;  // nothing: aborted

    /// Nothing for what is no line.
    static std::optional<Entry> read(const std::string& line) {
        static const std::regex pattern("([0-9]{1,18}) ([^ ]+) ([0-9]{1,18}|-)");
        std::smatch match;
        if (!std::regex_match(line, match, pattern)) return std::nullopt;
        Entry entry{std::stoll(match[1]), match[2], std::nullopt};
        if (match[3] != "-") entry.took_ms = std::stoll(match[3]);
        return entry;
    }
};

struct Window {
    std::map<std::string, int> requests;
    std::map<std::string, std::vector<long long>> took_ms;

    void add(const Entry& entry) {
        requests[entry.page]++;
        if (entry.took_ms) took_ms[entry.page].push_back(*entry.took_ms);
    }

    std::vector<Busy> top(int n) const {
        std::vector<Busy> pages;
        for (const auto& [page, count] : requests) pages.push_back({page, count});
        auto busier = [](const Busy& one, const Busy& other) { return one.requests > other.requests; };
        std::stable_sort(pages.begin(), pages.end(), busier);  // they are in alphabetical order already
        if (static_cast<std::size_t>(n) < pages.size()) pages.resize(n);
        return pages;
    }
};

/// What happened in each window of `window_ms` milliseconds.
class LogStats {
public:
    explicit LogStats(long long window_ms) : window_ms_(window_ms) {}

    /// Takes a line of the log, such as "61200 /cart 35".
    void add(const std::string& line) {
        if (auto entry = Entry::read(line)) windows_[entry->at_ms / window_ms_].add(*entry);
        else skipped_++;
    }

    /// The `n` busiest pages of the window to which `at_ms` belongs.
    std::vector<Busy> top(long long at_ms, int n) const {
        auto window = windows_.find(at_ms / window_ms_);
        return window == windows_.end() ? std::vector<Busy>{} : window->second.top(n);
    }

    /// The time within which at least `p` percent of the answers came; nothing if nothing was measured.
    std::optional<long long> percentile(long long at_ms, const std::string& page, int p) const {
        auto window = windows_.find(at_ms / window_ms_);
        if (window == windows_.end()) return std::nullopt;
        auto found = window->second.took_ms.find(page);
        if (found == window->second.took_ms.end()) return std::nullopt;
        std::vector<long long> times = found->second;
        auto at = times.begin() + static_cast<long>((times.size() * p + 99) / 100 - 1);
        std::nth_element(times.begin(), at, times.end());
        return *at;
    }

    /// How many lines could not be read.
    int skipped() const { return skipped_; }

private:
    long long window_ms_;
    std::map<long long, Window> windows_;
    int skipped_ = 0;
};

/// Reports each window when a time was seen that is `late_ms` after its end.
class LiveStats {
public:
    LiveStats(long long window_ms, long long late_ms, int n) : window_ms_(window_ms), late_ms_(late_ms), n_(n) {}

    std::vector<Report> add(const std::string& line) {
        auto entry = Entry::read(line);
        if (!entry) return {};
        if (entry->at_ms / window_ms_ < open_from_) {
            late_++;
            return {};
        }
        windows_[entry->at_ms / window_ms_].add(*entry);
        if (entry->at_ms >= late_ms_) open_from_ = std::max(open_from_, (entry->at_ms - late_ms_) / window_ms_);
        std::vector<Report> over;
        while (!windows_.empty() && windows_.begin()->first < open_from_) {
            over.push_back({windows_.begin()->first * window_ms_, windows_.begin()->second.top(n_)});
            windows_.erase(windows_.begin());
        }
        return over;
    }

    int late() const { return late_; }

private:
    long long window_ms_, late_ms_;
    int n_;
    std::map<long long, Window> windows_;
    long long open_from_ = 0;  // the first window that is not over
    int late_ = 0;
};

/// Many times, as one count for each power of two: from the power before up to this one.
class Sketch {
public:
    void add(long long took_ms) { counts_[took_ms <= 1 ? 0 : std::bit_width(static_cast<unsigned long long>(took_ms - 1))]++; }

    std::vector<long long> pack() const { return {counts_.begin(), counts_.end()}; }

    static Sketch unpack(const std::vector<long long>& numbers) {
        Sketch sketch;
        std::copy(numbers.begin(), numbers.end(), sketch.counts_.begin());
        return sketch;
    }

    void merge(const Sketch& other) {
        for (std::size_t power = 0; power < counts_.size(); power++) counts_[power] += other.counts_[power];
    }

    std::optional<long long> percentile(int p) const {
        long long rank = (std::accumulate(counts_.begin(), counts_.end(), 0LL) * p + 99) / 100, seen = 0;
        for (std::size_t power = 0; power < counts_.size(); power++) {
            seen += counts_[power];
            if (counts_[power] > 0 && seen >= rank) return 1LL << power;
        }
        return std::nullopt;
    }

private:
    std::array<long long, 21> counts_{};
};
