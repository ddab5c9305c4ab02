// Reads commands, one a line, calls your ring, and prints each answer on a line that begins with "=> ".
#include <algorithm>
#include <iostream>
#include <memory>
#include <sstream>
#include <vector>

#include "more.hpp"
#include "places.hpp"
#include "ring.hpp"

using Names = std::vector<std::string>;
using Counts = std::map<std::string, int>;

static Names owners(Ring& ring, std::size_t count) {
    Names names;
    for (std::size_t n = 0; n < count; n++) names.push_back(ring.owner("k" + std::to_string(n)).value_or("none"));
    return names;
}

static Counts counted(const Names& names) {
    Counts counts;
    for (const std::string& name : names) counts[name]++;
    return counts;
}

static void print(const Counts& counts) {
    for (const auto& [name, count] : counts) std::cout << " " << name << " " << count;
}

static void print_spread(const Counts& counts) {
    std::cout << "=>";
    if (counts.size() <= 10) {
        print(counts);
    } else {
        auto less = [](const auto& one, const auto& other) { return one.second < other.second; };
        auto [low, high] = std::minmax_element(counts.begin(), counts.end(), less);
        std::cout << " between " << low->second << " and " << high->second << " on " << counts.size() << " nodes";
    }
    std::cout << "\n";
}

static void print_moved(const Names& before, const Names& after) {
    Names moves;
    for (std::size_t n = 0; n < before.size(); n++)
        if (before[n] != after[n]) moves.push_back(before[n] + ">" + after[n]);
    Counts counts = counted(moves);
    std::cout << "=> moved " << moves.size();
    if (!counts.empty() && counts.size() <= 10) {
        std::cout << ":";
        print(counts);
    }
    std::cout << "\n";
}

int main() {
    std::unique_ptr<Ring> ring;
    Names before;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream split(line);
        Names words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        if (words[0] == "ring") {
            ring = std::make_unique<Ring>(std::stoi(words[1]), hash_of);
        } else if (words[0] == "at") {
            places[words[1]] = static_cast<std::uint32_t>(std::stoul(words[2]));
        } else if (words[0] == "add") {
            ring->add(words[1], std::stoi(words[2]));
        } else if (words[0] == "nodes") {
            for (int n = 0; n < std::stoi(words[2]); n++) ring->add(words[1] + std::to_string(n), 1);
        } else if (words[0] == "remove") {
            ring->remove(words[1]);
        } else if (words[0] == "owner") {
            std::cout << "=> " << words[1] << " " << ring->owner(words[1]).value_or("none") << "\n";
        } else if (words[0] == "spread") {
            before = owners(*ring, std::stoul(words[1]));
            print_spread(counted(before));
        } else if (words[0] == "moved") {
            print_moved(before, owners(*ring, before.size()));
        } else {
            more(words, *ring);
        }
    }
}
