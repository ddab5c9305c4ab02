#pragma once
#include <string>
#include <vector>

#include "edits.hpp"

inline std::string joined(const Lines& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : " ") + line;
    return text.empty() ? "nothing" : text;
}

inline std::string shown(const std::vector<Edit>& edits) {
    Lines parts;
    for (const auto& edit : edits) parts.push_back(edit.sign == ' ' ? edit.line : edit.sign + edit.line);
    return joined(parts);
}
