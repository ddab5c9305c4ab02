#pragma once
#include <sstream>
#include <stdexcept>

#include "log_search.hpp"
#include "show.hpp"

inline void more(const std::string& command, const std::string& rest, LogSearch& log) {
    std::istringstream in(rest);
    if (command == "between") {
        long long from_ms, to_ms;
        int limit;
        std::string query;
        in >> from_ms >> to_ms >> limit;
        std::getline(in, query);
        show(log.find_between(from_ms, to_ms, query, limit));
    } else {
        throw std::invalid_argument("unknown command: " + command);
    }
}
