#pragma once

#include <iostream>
#include <stdexcept>
#include <vector>

#include "ring.hpp"

inline void more(const std::vector<std::string>& words, Ring& ring) {
    if (words[0] == "zone") {
        ring.set_zone(words[1], words[2]);
    } else if (words[0] == "copies") {
        std::vector<std::string> owners = ring.owners(words[1], std::stoi(words[2]));
        std::cout << "=> " << words[1];
        for (const std::string& node : owners) std::cout << " " << node;
        std::cout << (owners.empty() ? " none" : "") << "\n";
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
