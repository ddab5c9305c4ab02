#pragma once

#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "store.hpp"

inline void in_transaction(const std::vector<std::string>& words, Transaction& transaction) {
    if (words[1] == "get")
        std::cout << "=> " << words[0] << " " << words[2] << " " << transaction.get(words[2]).value_or("none") << "\n";
    else if (words[1] == "set")
        transaction.set(words[2], words[3]);
    else if (words[1] == "remove")
        transaction.remove(words[2]);
    else if (words[1] == "commit")
        std::cout << "=> " << words[0] << (transaction.commit() ? " committed" : " refused") << "\n";
    else if (words[1] == "rollback")
        transaction.rollback();
    else
        throw std::invalid_argument("unknown command: " + words[1]);
}

inline void more(const std::vector<std::string>& words, Store& store) {
    static std::map<std::string, int> taken;
    static std::map<std::string, Transaction> opened;
    if (words[0] == "snapshot") {
        taken[words[1]] = store.snapshot();
    } else if (words[0] == "snapshots") {
        for (int n = 0; n < std::stoi(words[1]); n++) {
            store.snapshot();
            store.set("k0", std::to_string(n));
        }
    } else if (words[0] == "then") {
        std::string value = store.get_at(taken.at(words[1]), words[2]).value_or("none");
        std::cout << "=> " << words[2] << " " << value << " at " << words[1] << "\n";
    } else if (words[0] == "release") {
        store.release(taken.at(words[1]));
    } else if (words[0] == "open") {
        opened.erase(words[1]);
        opened.emplace(words[1], store.transaction());
    } else if (opened.count(words[0])) {
        in_transaction(words, opened.at(words[0]));
    } else {
        throw std::invalid_argument("unknown command: " + words[0]);
    }
}
