// Reads commands, one a line, calls your functions, and prints each answer on a line that begins with "=> ".
#include <iostream>
#include <sstream>

#include "listed.hpp"
#include "more.hpp"

int main() {
    Calendars calendars;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream split(line);
        std::vector<std::string> words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        if (words[0] == "person") {
            calendars[words[1]];
        } else if (words[0] == "busy") {
            calendars[words[1]].push_back({std::stoi(words[2]), std::stoi(words[3])});
        } else if (words[0] == "merged") {
            std::cout << "=> " << words[1] << " busy " << listed(merge(calendars[words[1]])) << "\n";
        } else if (words[0] == "free" && words.size() == 4) {
            Interval window{std::stoi(words[1]), std::stoi(words[2])};
            std::cout << "=> free " << listed(common_free(calendars, window, std::stoi(words[3]))) << "\n";
        } else {
            more(words, calendars);
        }
    }
}
