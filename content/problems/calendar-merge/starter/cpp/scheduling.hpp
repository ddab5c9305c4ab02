#pragma once

#include <map>
#include <string>
#include <vector>

/// In minutes.
struct Interval {
    int start;
    int end;
};

using Calendars = std::map<std::string, std::vector<Interval>>;

/// The same busy time as a tidy list: in order, no two entries that could be one.
inline std::vector<Interval> merge(std::vector<Interval> meetings) {
    return meetings;
}

/// Every slot of at least `minutes` within `window` in which all people are free, in order.
inline std::vector<Interval> common_free(const Calendars& calendars, Interval window, int minutes) {
    (void)calendars, (void)window, (void)minutes;
    return {};
}
