#pragma once
#include <stdexcept>

#include "edits.hpp"

inline void more(const std::string& command, const Lines&, const Lines&, const Lines&) {
    throw std::invalid_argument("unknown command: " + command);
}
