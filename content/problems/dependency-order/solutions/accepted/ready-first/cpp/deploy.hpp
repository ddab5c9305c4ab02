#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cycle.hpp"

using Services = std::map<std::string, std::vector<std::string>>;
using Sets = std::map<std::string, std::set<std::string>>;

inline Sets needed_by(const Services& services) {
    Sets users;
    for (const auto& [name, needs] : services)
        for (const std::string& need : needs) users[need].insert(name);
    return users;
}

/// Each of these waits for another of them, so a walk along them must come back to itself.
inline std::vector<std::string> circle(const Sets& waits_for) {
    std::vector<std::string> walked;
    std::map<std::string, std::size_t> place;
    std::string name = waits_for.begin()->first;
    while (place.emplace(name, walked.size()).second) {
        walked.push_back(name);
        name = *waits_for.at(name).begin();
    }
    return {walked.begin() + place[name], walked.end()};
}

/// Waves of at most `width` services (0: any number), each needing only what went out before. Throws Cycle.
inline std::vector<std::vector<std::string>> waves(const Services& services, std::size_t width) {
    Sets waits_for;
    std::set<std::string> ready;
    for (const auto& [name, needs] : services) {
        auto& waits = waits_for[name];
        for (const std::string& need : needs)
            if (services.count(need)) waits.insert(need);
        if (waits.empty()) ready.insert(name);
    }
    Sets users = needed_by(services);
    std::vector<std::vector<std::string>> gone;
    while (!ready.empty()) {
        std::vector<std::string> wave;
        while (!ready.empty() && (width == 0 || wave.size() < width)) wave.push_back(ready.extract(ready.begin()).value());
        for (const std::string& name : wave) {
            waits_for.erase(name);
            for (const std::string& user : users[name]) {
                waits_for[user].erase(name);
                if (waits_for[user].empty()) ready.insert(user);
            }
        }
        gone.push_back(wave);
    }
    if (!waits_for.empty()) throw Cycle{circle(waits_for)};
    return gone;
}

/// All services, each after everything it needs. Throws Cycle.
inline std::vector<std::string> deploy_order(const Services& services) {
    std::vector<std::string> order;
    for (const auto& wave : waves(services, 0)) order.insert(order.end(), wave.begin(), wave.end());
    return order;
}

/// What changed and all that needs it, in an order that works. Throws Cycle.
inline std::vector<std::string> affected(const Services& services, const std::vector<std::string>& changed) {
    Sets users = needed_by(services);
    Services part;
    std::set<std::string> reached;
    std::vector<std::string> todo = changed;
    while (!todo.empty()) {
        std::string name = todo.back();
        todo.pop_back();
        if (!reached.insert(name).second) continue;
        if (auto ours = services.find(name); ours != services.end()) part.insert(*ours);
        todo.insert(todo.end(), users[name].begin(), users[name].end());
    }
    return deploy_order(part);
}
