#pragma once
#include <iostream>
#include <stdexcept>
#include <string>

#include "conflict.hpp"
#include "edits.hpp"
#include "shown.hpp"

inline void more(const std::string& command, const Lines& words, const Lines& before, const Lines& after) {
    const auto found = hunks(diff(before, after), std::stoi(words[0]));
    if (command == "hunks") {
        for (const auto& h : found)
            std::cout << "=> " << h.before_start << "," << h.before_count << " " << h.after_start << ","
                      << h.after_count << ": " << shown(h.edits) << "\n";
        if (found.empty()) std::cout << "=> no hunks\n";
    } else if (command == "patch") {
        try {
            const auto patched = joined(patch(Lines(words.begin() + 1, words.end()), found));
            std::cout << "=> " << patched << "\n";
        } catch (const Conflict& conflict) {
            std::cout << "=> conflict in hunk " << conflict.hunk << "\n";
        }
    } else {
        throw std::invalid_argument("unknown command: " + command);
    }
}
