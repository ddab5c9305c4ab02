#pragma once

#include <iostream>
#include <stdexcept>

#include "deploy.hpp"

inline void more(const std::vector<std::string>& words, const Services& services) {
    if (words[0] != "waves") throw std::invalid_argument("unknown command: " + words[0]);
    std::string listed;
    for (const std::vector<std::string>& wave : waves(services, std::stoi(words[1]))) {
        if (!listed.empty()) listed += " |";
        for (const std::string& name : wave) listed += " " + name;
    }
    std::cout << "=> waves" << (listed.empty() ? " none" : listed) << "\n";
}
