// Reads commands, one a line, calls the limiter, and prints each answer on a line that begins with "=> ".
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "setup.hpp"

int main() {
    Clock clock;
    Servers servers;
    std::string on = "a";
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream split(line);
        std::vector<std::string> words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        if (words[0] == "at") {
            clock.ms = std::stoll(words[1]);
        } else if (words[0] == "on") {
            on = words[1];
        } else if (words[0] == "allow") {
            bool yes = servers.at(on)->allow(words[1]);
            std::cout << "=> " << clock.ms << " " << words[1] << (yes ? " yes\n" : " no\n");
        } else if (words[0] == "calls") {
            int passed = 0;
            for (int n = 0; n < std::stoi(words[1]); n++) passed += servers.at(on)->allow(words[2]);
            std::cout << "=> " << clock.ms << " " << words[2] << " " << passed << " of " << words[1] << "\n";
        } else if (words[0] == "retry") {
            long long wait = servers.at(on)->retry_after_ms(words[1]);
            std::cout << "=> " << clock.ms << " " << words[1] << " wait " << wait << "\n";
        } else {
            set_up(words, clock, servers);
        }
    }
}
