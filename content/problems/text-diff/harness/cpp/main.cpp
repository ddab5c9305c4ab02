// Reads commands, one a line, calls your function, and prints each answer on a line that begins with '=> '.
#include <iostream>
#include <sstream>
#include <string>

#include "edits.hpp"
#include "more.hpp"
#include "shown.hpp"

static Lines without(const std::vector<Edit>& edits, char sign) {
    Lines lines;
    for (const auto& edit : edits)
        if (edit.sign != sign) lines.push_back(edit.line);
    return lines;
}

static std::string checked(const std::vector<Edit>& edits, const Lines& before, const Lines& after) {
    if (without(edits, '+') != before) return "kept and removed lines are not the text before";
    if (without(edits, '-') != after) return "kept and added lines are not the text after";
    int changes = 0;
    for (size_t n = 0; n < edits.size(); n++) {
        changes += edits[n].sign != ' ';
        if (edits[n].sign == '+' && n + 1 < edits.size() && edits[n + 1].sign == '-')
            return "a line is added before one that is removed";
    }
    return std::to_string(changes) + " changes";
}

int main() {
    Lines before, after;
    std::string text;
    while (std::getline(std::cin, text)) {
        std::istringstream in(text);
        std::string command, word;
        Lines words;
        if (!(in >> command)) continue;
        while (in >> word) words.push_back(word);
        if (command == "before") {
            before = words;
        } else if (command == "after") {
            after = words;
        } else if (command == "many") {
            before.clear();
            after.clear();
            for (int n = 1; n <= std::stoi(words[0]); n++) {
                before.push_back(std::to_string(n));
                after.push_back((n % std::stoi(words[1]) == 0 ? "new" : "") + std::to_string(n));
            }
        } else if (command == "show") {
            std::cout << "=> " << shown(diff(before, after)) << "\n";
        } else if (command == "diff") {
            std::cout << "=> " << checked(diff(before, after), before, after) << "\n";
        } else {
            more(command, words, before, after);
        }
    }
}
