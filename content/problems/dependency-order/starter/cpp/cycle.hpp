#pragma once

#include <string>
#include <vector>

/// Thrown when no order works. Each of `services` needs the next one, and the last one needs the first.
struct Cycle {
    std::vector<std::string> services;
};
