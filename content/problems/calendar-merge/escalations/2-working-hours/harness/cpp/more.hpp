#pragma once

#include <iostream>
#include <stdexcept>

#include "listed.hpp"
#include "zone.hpp"

inline void more(const std::vector<std::string>& words, const Calendars& calendars) {
    static std::map<std::string, Interval> hours;
    static std::map<std::string, std::vector<Zone>> zones;
    auto number = [&words](int n) { return std::stoi(words.at(n)); };
    auto off = [](const std::string& name, Interval window) {
        return hours.count(name) ? off_hours(hours.at(name), zones[name], window) : std::vector<Interval>{};
    };
    if (words[0] == "free") {
        auto slots = free_for(calendars, {number(1), number(2)}, number(3), number(4));
        std::cout << "=> free for " << words[4] << " " << listed(slots) << "\n";
    } else if (words[0] == "hours") {
        hours[words[1]] = {number(2), number(3)};
    } else if (words[0] == "zone") {
        zones[words[1]].push_back({number(2), number(3)});
    } else if (words[0] == "off") {
        std::cout << "=> " << words[1] << " off " << listed(off(words[1], {number(2), number(3)})) << "\n";
    } else if (words[0] == "meet") {
        Interval window{number(1), number(2)};
        Calendars everyone = calendars;
        for (auto& [name, meetings] : everyone)
            for (Interval slot : off(name, window)) meetings.push_back(slot);
        std::cout << "=> meet " << listed(common_free(everyone, window, number(3))) << "\n";
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
