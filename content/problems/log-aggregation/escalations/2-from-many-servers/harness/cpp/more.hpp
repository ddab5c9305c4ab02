#pragma once

#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "listed.hpp"
#include "stats.hpp"

inline std::unique_ptr<LiveStats> live;
inline std::map<std::string, Sketch> sketches;

inline Sketch gathered() {
    Sketch everything;
    for (const auto& [server, one] : sketches) {
        std::vector<long long> numbers = one.pack();
        if (numbers.size() > 24) throw std::length_error(std::to_string(numbers.size()) + " numbers are too many to send");
        everything.merge(Sketch::unpack(numbers));
    }
    return everything;
}

inline void add_line(const std::string& line, LogStats* stats) {
    if (!live) {
        stats->add(line);
        return;
    }
    for (const Report& report : live->add(line))
        std::cout << "=> " << report.start << ": " << listed(report.pages) << "\n";
}

inline void more(const std::vector<std::string>& words) {
    if (words[0] == "live") {
        live = std::make_unique<LiveStats>(std::stoll(words[1]), std::stoll(words[2]), std::stoi(words[3]));
    } else if (words[0] == "late") {
        std::cout << "=> late " << live->late() << "\n";
    } else if (words[0] == "took") {
        sketches[words[1]].add(std::stoll(words[2]));
    } else if (words[0] == "range") {
        for (long long n = std::stoll(words[2]); n <= std::stoll(words[3]); n++) sketches[words[1]].add(n);
    } else if (words[0] == "all") {
        auto took = gathered().percentile(std::stoi(words[1]));
        std::cout << "=> p" << words[1] << " " << (took ? std::to_string(*took) : "none") << "\n";
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
