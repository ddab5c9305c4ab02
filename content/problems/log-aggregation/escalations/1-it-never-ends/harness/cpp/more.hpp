#pragma once

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "listed.hpp"
#include "stats.hpp"

inline std::unique_ptr<LiveStats> live;

inline void add_line(const std::string& line, LogStats* stats) {
    if (!live) {
        stats->add(line);
        return;
    }
    for (const Report& report : live->add(line))
        std::cout << "=> " << report.start << ": " << listed(report.pages) << "\n";
}

inline void more(const std::vector<std::string>& words) {
    if (words[0] == "live")
        live = std::make_unique<LiveStats>(std::stoll(words[1]), std::stoll(words[2]), std::stoi(words[3]));
    else if (words[0] == "late")
        std::cout << "=> late " << live->late() << "\n";
    else
        throw std::invalid_argument("unknown command: " + words[0]);
}
