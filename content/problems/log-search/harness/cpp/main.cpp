// Reads commands, one a line, calls LogSearch, and prints each answer on a line that begins with '=> '.
#include <iostream>
#include <string>
#include <utility>

#include "log_search.hpp"
#include "more.hpp"
#include "show.hpp"

// The first word, and the rest behind the blank.
static std::pair<std::string, std::string> split(const std::string& text) {
    const auto at = text.find(' ');
    if (at == std::string::npos) return {text, ""};
    return {text.substr(0, at), text.substr(at + 1)};
}

int main() {
    LogSearch log;
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto [command, rest] = split(line);
        const auto [first, text] = split(rest);
        if (command.empty()) continue;
        if (command == "log") {
            log.append(std::stoll(first), text);
        } else if (command == "number") {
            show({log.append(std::stoll(first), text)});
        } else if (command == "many") {
            for (int n = 1; n <= std::stoi(first); n++)
                log.append(n, "GET /p" + std::to_string(n % 100) + "/item" + std::to_string(n) + " status=" +
                                  (n % 1000 == 0 ? "500" : "200") + " worker-" + std::to_string(n % 7));
        } else if (command == "find") {
            show(log.find(text, std::stoi(first)));
        } else if (command == "often") {
            const auto [limit, query] = split(text);
            std::vector<int> numbers;
            for (int n = 0; n < std::stoi(first); n++) numbers = log.find(query, std::stoi(limit));
            show(numbers);
        } else {
            more(command, rest, log);
        }
    }
}
