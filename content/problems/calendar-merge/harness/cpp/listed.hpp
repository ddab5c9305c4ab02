#pragma once

#include <string>
#include <vector>

#include "scheduling.hpp"

inline std::string listed(const std::vector<Interval>& slots) {
    std::string text;
    for (const Interval& slot : slots)
        text += (text.empty() ? "" : " ") + std::to_string(slot.start) + "-" + std::to_string(slot.end);
    return text.empty() ? "none" : text;
}
