#pragma once

#include <optional>
#include <string>
#include <vector>

struct Busy {
    std::string page;
    int requests;
};

/// What happened in each window of `window_ms` milliseconds.
class LogStats {
public:
    explicit LogStats(long long window_ms) : window_ms_(window_ms) {}

    /// Takes a line of the log, such as "61200 /cart 35".
    void add(const std::string& line) { (void)line; }

    /// The `n` busiest pages of the window to which `at_ms` belongs.
    std::vector<Busy> top(long long at_ms, int n) const {
        (void)at_ms, (void)n;
        return {};
    }

    /// The time within which at least `p` percent of the answers came; nothing if nothing was measured.
    std::optional<long long> percentile(long long at_ms, const std::string& page, int p) const {
        (void)at_ms, (void)page, (void)p;
        return std::nullopt;
    }

    /// How many lines could not be read.
    int skipped() const { return 0; }

private:
    long long window_ms_;
};
