#pragma once
#include <vector>

// Changes with some lines around them, and where they are in both texts. Include it below struct Edit.
struct Hunk {
    int before_start;  // counted from 1; of the line above where there are none
    int before_count;
    int after_start;
    int after_count;
    std::vector<Edit> edits;
};
