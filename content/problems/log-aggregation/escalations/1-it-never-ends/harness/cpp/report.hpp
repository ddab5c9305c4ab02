#pragma once

#include <string>
#include <vector>

struct Busy;

/// The busiest pages of the window that began at `start`.
struct Report {
    long long start;
    std::vector<Busy> pages;
};
