#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "store.hpp"

inline void more(const std::vector<std::string>& words, Store&) {
    throw std::invalid_argument("unknown command: " + words[0]);
}
