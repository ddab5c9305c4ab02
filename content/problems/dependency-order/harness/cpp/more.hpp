#pragma once

#include <stdexcept>

#include "deploy.hpp"

inline void more(const std::vector<std::string>& words, const Services&) {
    throw std::invalid_argument("unknown command: " + words[0]);
}
