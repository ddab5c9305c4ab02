// What is under test, by the words of a command.
#pragma once

#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "limiter.hpp"
#include "store.hpp"

using Servers = std::map<std::string, std::unique_ptr<Limiter>>;

inline void set_up(const std::vector<std::string>& words, Clock& clock, Servers& servers) {
    static Store store;
    if (words[0] == "limiter") {
        servers["a"] = std::make_unique<RateLimiter>(std::stoi(words[1]), std::stoll(words[2]), clock);
    } else if (words[0] == "bucket") {
        servers["a"] = std::make_unique<TokenBucket>(std::stoi(words[1]), std::stoi(words[2]), clock);
    } else if (words[0] == "shared") {
        for (std::string name : {"a", "b"})
            servers[name] = std::make_unique<SharedLimiter>(std::stoi(words[1]), std::stoll(words[2]), clock, store);
    } else if (words[0] == "meanwhile") {
        store.meanwhile = [&clock, &servers, name = words[1], key = words[2]] {
            bool yes = servers.at(name)->allow(key);
            std::cout << "=> " << clock.ms << " " << key << (yes ? " yes" : " no") << " meanwhile\n";
        };
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
