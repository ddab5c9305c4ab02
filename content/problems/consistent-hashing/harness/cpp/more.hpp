#pragma once

#include <stdexcept>
#include <vector>

#include "ring.hpp"

inline void more(const std::vector<std::string>& words, Ring&) {
    throw std::invalid_argument("unknown command: " + words[0]);
}
