// Reads commands, one a line, calls your class, and prints each answer on a line that begins with "=> ".
#include <iostream>
#include <memory>
#include <sstream>

#include "listed.hpp"
#include "more.hpp"

int main() {
    std::unique_ptr<LogStats> stats;
    for (std::string line; std::getline(std::cin, line);) {
        if (line.rfind("| ", 0) == 0) {
            add_line(line.substr(2), stats.get());
            continue;
        }
        std::istringstream split(line);
        std::vector<std::string> words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        if (words[0] == "stats") {
            stats = std::make_unique<LogStats>(std::stoll(words[1]));
        } else if (words[0] == "top") {
            std::cout << "=> " << listed(stats->top(std::stoll(words[1]), std::stoi(words[2]))) << "\n";
        } else if (words[0] == "percentile") {
            auto took = stats->percentile(std::stoll(words[1]), words[2], std::stoi(words[3]));
            std::cout << "=> " << words[2] << " p" << words[3] << " " << (took ? std::to_string(*took) : "none") << "\n";
        } else if (words[0] == "skipped") {
            std::cout << "=> skipped " << stats->skipped() << "\n";
        } else if (words[0] == "many") {  // so many requests at 0 that took 1, 2, 3… ms, the last one first
            for (int n = std::stoi(words[1]); n > 0; n--) stats->add("0 " + words[2] + " " + std::to_string(n));
        } else {
            more(words);
        }
    }
}
