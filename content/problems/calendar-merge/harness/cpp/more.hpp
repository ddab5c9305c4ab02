#pragma once

#include <stdexcept>

#include "scheduling.hpp"

inline void more(const std::vector<std::string>& words, const Calendars&) {
    throw std::invalid_argument("unknown command: " + words[0]);
}
