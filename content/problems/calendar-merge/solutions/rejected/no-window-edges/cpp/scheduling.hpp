#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

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

/// What lies between the meetings.
inline std::vector<Interval> gaps(const std::vector<Interval>& busy) {
    std::vector<Interval> free;
    for (std::size_t n = 1; n < busy.size(); n++) free.push_back({busy[n - 1].end, busy[n].start});
    return free;
}

inline std::vector<Interval> long_enough(std::vector<Interval> slots, int minutes) {
    std::erase_if(slots, [minutes](Interval slot) { return slot.end - slot.start < minutes; });
    return slots;
}

/// Every slot of at least `minutes` within `window` in which all people are free, in order.
inline std::vector<Interval> common_free(const Calendars& calendars, Interval, int minutes) {
    std::vector<Interval> everyone;
    for (const auto& [name, meetings] : calendars) everyone.insert(everyone.end(), meetings.begin(), meetings.end());
    return long_enough(gaps(merge(everyone)), minutes);
}
