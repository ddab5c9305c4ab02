#pragma once
#include <stdexcept>

#include "log_search.hpp"

inline void more(const std::string& command, const std::string&, LogSearch&) {
    throw std::invalid_argument("unknown command: " + command);
}
