#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "zone.hpp"

/// In minutes; the end does not belong to it.
struct Interval {
    int start;
    int end;
};

using Calendars = std::map<std::string, std::vector<Interval>>;

/// The same busy time as a tidy list: in order, no two entries that could be one.
inline std::vector<Interval> merge(std::vector<Interval> meetings) {
    std::sort(meetings.begin(), meetings.end(), [](Interval a, Interval b) { return a.start < b.start; });
    std::vector<Interval> tidy;
    for (Interval meeting : meetings) {
        if (meeting.start == meeting.end) continue;  // a reminder, not a meeting
        if (!tidy.empty() && meeting.start <= tidy.back().end)
            tidy.back().end = std::max(tidy.back().end, meeting.end);
        else
            tidy.push_back(meeting);
    }
    return tidy;
}

/// What a tidy list leaves of the window.
inline std::vector<Interval> gaps(const std::vector<Interval>& busy, Interval window) {
    std::vector<Interval> free;
    int at = window.start;
    for (Interval meeting : busy) {
        if (meeting.start >= window.end) break;
        if (meeting.start > at) free.push_back({at, meeting.start});
        at = std::max(at, meeting.end);
    }
    if (at < window.end) free.push_back({at, window.end});
    return free;
}

inline std::vector<Interval> long_enough(std::vector<Interval> slots, int minutes) {
    std::erase_if(slots, [minutes](Interval slot) { return slot.end - slot.start < minutes; });
    return slots;
}

/// Every slot of at least `minutes` within `window` in which all people are free, in order.
inline std::vector<Interval> common_free(const Calendars& calendars, Interval window, int minutes) {
    std::vector<Interval> everyone;
    for (const auto& [name, meetings] : calendars) everyone.insert(everyone.end(), meetings.begin(), meetings.end());
    return long_enough(gaps(merge(everyone), window), minutes);
}

/// Slots in which, at every moment, at least `people` are free: sweeps over starts and ends.
inline std::vector<Interval> free_for(const Calendars& calendars, Interval window, int minutes, int people) {
    std::map<int, int> changes{{window.start, 0}, {window.end, 0}};
    for (const auto& [name, meetings] : calendars) {
        for (Interval meeting : merge(meetings)) {  // tidied, so that nobody is busy twice at once
            int start = std::max(meeting.start, window.start), end = std::min(meeting.end, window.end);
            if (start >= end) continue;
            changes[start]--;
            changes[end]++;
        }
    }
    std::vector<Interval> slots;
    int free = static_cast<int>(calendars.size());
    std::optional<int> open_since;
    for (auto [moment, change] : changes) {
        free += change;
        bool enough = free >= people && moment < window.end;
        if (enough && !open_since) {
            open_since = moment;
        } else if (!enough && open_since) {
            slots.push_back({*open_since, moment});
            open_since.reset();
        }
    }
    return long_enough(slots, minutes);
}

/// When somebody is not at work, in UTC: the rest of the window around each day's local hours.
inline std::vector<Interval> off_hours(Interval hours, std::vector<Zone> zones, Interval window) {
    constexpr int day = 24 * 60;
    std::sort(zones.begin(), zones.end(), [](Zone a, Zone b) { return a.since < b.since; });
    std::vector<Interval> at_work;
    for (std::size_t n = 0; n < zones.size(); n++) {
        int offset = zones[n].offset;
        int start = n == 0 ? window.start : std::max(window.start, zones[n].since);
        int end = n + 1 == zones.size() ? window.end : std::min(window.end, zones[n + 1].since);
        // One day early and late: division rounds towards zero, and clipping drops what is too much.
        for (int d = (start + offset) / day - 1; d <= (end + offset) / day + 1; d++) {
            int opens = std::max(start, d * day + hours.start - offset);
            int closes = std::min(end, d * day + hours.end - offset);
            if (opens < closes) at_work.push_back({opens, closes});
        }
    }
    return gaps(merge(at_work), window);
}
