// What is under test, by the words of a command.
#pragma once

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "limiter.hpp"

using Servers = std::map<std::string, std::unique_ptr<Limiter>>;

inline void set_up(const std::vector<std::string>& words, Clock& clock, Servers& servers) {
    if (words[0] == "limiter") {
        servers["a"] = std::make_unique<RateLimiter>(std::stoi(words[1]), std::stoll(words[2]), clock);
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
