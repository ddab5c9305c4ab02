// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
#include <iostream>
#include <sstream>

#include "check.hpp"
#include "more.hpp"

int main() {
    Services services;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream split(line);
        std::vector<std::string> words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        try {
            if (words[0] == "service") {
                auto& needs = services[words[1]];
                needs.insert(needs.end(), words.begin() + 2, words.end());
            } else if (words[0] == "chain") {
                for (int n = 1; n <= std::stoi(words[2]); n++) {
                    auto& needs = services[words[1] + std::to_string(n)];
                    if (n > 1) needs.push_back(words[1] + std::to_string(n - 1));
                }
            } else if (words[0] == "order") {
                std::vector<std::string> order = deploy_order(services);
                shown("order", order);
                std::set<std::string> wanted;
                for (const auto& [name, needs] : services) wanted.insert(name);
                std::cout << "=> " << checked_order(order, services, wanted) << "\n";
            } else {
                more(words, services);
            }
        } catch (const Cycle& cycle) {
            shown("cycle", cycle.services);
            std::cout << "=> " << checked_cycle(cycle.services, services) << "\n";
        }
    }
}
