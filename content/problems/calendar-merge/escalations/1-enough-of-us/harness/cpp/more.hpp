#pragma once

#include <iostream>
#include <stdexcept>

#include "listed.hpp"

inline void more(const std::vector<std::string>& words, const Calendars& calendars) {
    if (words[0] != "free") throw std::invalid_argument("unknown command: " + words[0]);
    Interval window{std::stoi(words[1]), std::stoi(words[2])};
    auto slots = free_for(calendars, window, std::stoi(words[3]), std::stoi(words[4]));
    std::cout << "=> free for " << words[4] << " " << listed(slots) << "\n";
}
