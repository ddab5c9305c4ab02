#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "stats.hpp"

inline void add_line(const std::string& line, LogStats* stats) { stats->add(line); }

inline void more(const std::vector<std::string>& words) {
    throw std::invalid_argument("unknown command: " + words[0]);
}
