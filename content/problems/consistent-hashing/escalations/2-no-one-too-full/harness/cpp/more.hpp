#pragma once

#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

#include "ring.hpp"

inline void more(const std::vector<std::string>& words, Ring& ring) {
    static std::unique_ptr<Placement> placement;
    if (words[0] == "zone") {
        ring.set_zone(words[1], words[2]);
    } else if (words[0] == "copies") {
        std::vector<std::string> owners = ring.owners(words[1], std::stoi(words[2]));
        std::cout << "=> " << words[1];
        for (const std::string& node : owners) std::cout << " " << node;
        std::cout << (owners.empty() ? " none" : "") << "\n";
    } else if (words[0] == "bounded") {
        placement = std::make_unique<Placement>(ring, std::stoi(words[1]));
    } else if (words[0] == "place") {
        std::string node = placement->place(words[1]).value_or("none");
        std::cout << "=> " << words[1] << " " << node << "\n";
    } else if (words[0] == "drop") {
        placement->drop(words[1]);
    } else if (words[0] == "fill") {
        std::map<std::string, int> counts;
        for (int n = 0; n < std::stoi(words[1]); n++)
            counts[placement->place("k" + std::to_string(n)).value_or("none")]++;
        std::cout << "=>";
        for (const auto& [name, count] : counts) std::cout << " " << name << " " << count;
        std::cout << "\n";
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
