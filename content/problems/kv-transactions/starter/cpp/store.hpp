#pragma once

#include <optional>
#include <string>

/// Texts under keys, with transactions inside transactions.
class Store {
public:
    std::optional<std::string> get(const std::string& key) const {
        (void)key;
        return std::nullopt;
    }

    void set(const std::string& key, const std::string& value) { (void)key, (void)value; }

    void remove(const std::string& key) { (void)key; }

    /// How many keys have this value now.
    int count(const std::string& value) const {
        (void)value;
        return 0;
    }

    /// Opens a transaction, inside of the one that is open, if any.
    void begin() {}

    /// Ends the innermost transaction and keeps its changes. False if none is open.
    bool commit() { return false; }

    /// Ends the innermost transaction and undoes its changes. False if none is open.
    bool rollback() { return false; }
};
