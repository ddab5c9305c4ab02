#pragma once

#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "store.hpp"

inline void more(const std::vector<std::string>& words, Store& store) {
    static std::map<std::string, int> taken;
    if (words[0] == "snapshot") {
        taken[words[1]] = store.snapshot();
    } else if (words[0] == "snapshots") {
        for (int n = 0; n < std::stoi(words[1]); n++) {
            store.snapshot();
            store.set("k0", std::to_string(n));
        }
    } else if (words[0] == "then") {
        std::string value = store.get_at(taken.at(words[1]), words[2]).value_or("none");
        std::cout << "=> " << words[2] << " " << value << " at " << words[1] << "\n";
    } else if (words[0] == "release") {
        store.release(taken.at(words[1]));
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
