#pragma once

#include <string>
#include <vector>

#include "stats.hpp"

inline std::string listed(const std::vector<Busy>& pages) {
    std::string text;
    for (const Busy& busy : pages)
        text += (text.empty() ? "" : ", ") + busy.page + " " + std::to_string(busy.requests);
    return text.empty() ? "nothing" : text;
}
