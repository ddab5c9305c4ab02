#pragma once
#include <iostream>
#include <stdexcept>
#include <string>

#include "edits.hpp"
#include "shown.hpp"

inline void more(const std::string& command, const Lines& words, const Lines& before, const Lines& after) {
    const auto found = hunks(diff(before, after), std::stoi(words[0]));
    if (command == "hunks") {
        for (const auto& h : found)
            std::cout << "=> " << h.before_start << "," << h.before_count << " " << h.after_start << ","
                      << h.after_count << ": " << shown(h.edits) << "\n";
        if (found.empty()) std::cout << "=> no hunks\n";
    } else {
        throw std::invalid_argument("unknown command: " + command);
    }
}
