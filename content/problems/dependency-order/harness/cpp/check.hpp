#pragma once

#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "deploy.hpp"

/// For the reader only, so without the "=> ".
inline void shown(const std::string& what, const std::vector<std::string>& names) {
    std::cout << what << ":";
    if (names.size() > 50) std::cout << " " << names.size() << " names";
    else for (const std::string& name : names) std::cout << " " << name;
    std::cout << "\n";
}

/// Looks whether an order is right; several may be.
inline std::string checked_order(const std::vector<std::string>& order, const Services& services,
                                 const std::set<std::string>& wanted) {
    std::map<std::string, int> place;
    for (const std::string& name : order) {
        if (place.count(name)) return name + " comes twice";
        if (!wanted.count(name)) return name + " does not belong here";
        place.emplace(name, static_cast<int>(place.size()));
    }
    for (const std::string& name : wanted) {
        if (!place.count(name)) return name + " is missing";
        for (const std::string& need : services.at(name))
            if (place.count(need) && place.at(need) > place.at(name)) return name + " comes before " + need;
    }
    return "a good order of " + std::to_string(order.size());
}

/// Looks whether these services are one circle.
inline std::string checked_cycle(const std::vector<std::string>& names, const Services& services) {
    if (names.empty()) return "no cycle: no service is named";
    if (std::set<std::string>(names.begin(), names.end()).size() < names.size())
        return "no cycle: a service comes twice";
    for (std::size_t n = 0; n < names.size(); n++) {
        const std::string& following = names[(n + 1) % names.size()];
        auto found = services.find(names[n]);
        if (found == services.end() || std::count(found->second.begin(), found->second.end(), following) == 0)
            return "no cycle: " + names[n] + " does not need " + following;
    }
    return "a real cycle";
}
