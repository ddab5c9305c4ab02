#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

using HashOf = std::function<std::uint32_t(const std::string&)>;

/// Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text.
class Ring {
public:
    Ring(int points, HashOf hash_of) : points_(points), hash_of_(std::move(hash_of)) {}

    /// Puts a server on the ring, or changes its weight.
    void add(const std::string& node, int weight) { (void)node, (void)weight; }

    /// Takes a server from the ring.
    void remove(const std::string& node) { (void)node; }

    /// The server that has this key; nothing if there is no server.
    std::optional<std::string> owner(const std::string& key) const {
        (void)key;
        return std::nullopt;
    }

private:
    int points_;
    HashOf hash_of_;
};
