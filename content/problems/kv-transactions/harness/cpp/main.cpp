// Reads commands, one a line, calls your store, and prints each answer on a line that begins with "=> ".
#include <iostream>
#include <sstream>

#include "more.hpp"
#include "store.hpp"

int main() {
    Store store;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream split(line);
        std::vector<std::string> words;
        for (std::string word; split >> word;) words.push_back(word);
        if (words.empty()) continue;
        if (words[0] == "set") {
            store.set(words[1], words[2]);
        } else if (words[0] == "get") {
            std::cout << "=> " << words[1] << " " << store.get(words[1]).value_or("none") << "\n";
        } else if (words[0] == "remove") {
            store.remove(words[1]);
        } else if (words[0] == "count") {
            std::cout << "=> " << store.count(words[1]) << " keys have " << words[1] << "\n";
        } else if (words[0] == "counts") {
            long long sum = 0;
            for (int n = 0; n < std::stoi(words[1]); n++) sum += store.count(words[2]);
            std::cout << "=> " << sum << " in all\n";
        } else if (words[0] == "fill") {
            for (int n = 0; n < std::stoi(words[1]); n++) store.set("k" + std::to_string(n), words[2]);
        } else if (words[0] == "begin") {
            store.begin();
        } else if (words[0] == "nest") {
            for (int n = 0; n < std::stoi(words[1]); n++) {
                store.begin();
                store.set("n" + std::to_string(n), "deep");
            }
        } else if (words[0] == "commit") {
            if (!store.commit()) std::cout << "=> no transaction to commit\n";
        } else if (words[0] == "rollback") {
            if (!store.rollback()) std::cout << "=> no transaction to roll back\n";
        } else {
            more(words, store);
        }
    }
}
