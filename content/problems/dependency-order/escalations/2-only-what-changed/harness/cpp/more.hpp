#pragma once

#include <iostream>
#include <stdexcept>

#include "check.hpp"
#include "deploy.hpp"

inline std::string deployed(const Services& services, const std::vector<std::string>& changed) {
    std::vector<std::string> names = affected(services, changed);
    shown("order", names);
    std::string listed;
    std::set<std::string> ours;
    for (const std::string& name : std::set<std::string>(names.begin(), names.end())) {
        listed += " " + name;
        if (services.count(name)) ours.insert(name);
    }
    std::string what = "deploy" + (listed.empty() ? " none" : listed);
    if (names.size() > 50) what = std::to_string(names.size()) + " to deploy";
    return what + ": " + checked_order(names, services, ours);
}

inline void more(const std::vector<std::string>& words, const Services& services) {
    if (words[0] == "waves") {
        std::string listed;
        for (const std::vector<std::string>& wave : waves(services, std::stoi(words[1]))) {
            if (!listed.empty()) listed += " |";
            for (const std::string& name : wave) listed += " " + name;
        }
        std::cout << "=> waves" << (listed.empty() ? " none" : listed) << "\n";
    } else if (words[0] == "changed") {
        std::string said = deployed(services, {words.begin() + 1, words.end()});
        std::cout << "=> " << said << "\n";
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
