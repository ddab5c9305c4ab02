#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

using HashOf = std::function<std::uint32_t(const std::string&)>;

/// Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text.
class Ring {
public:
    Ring(int points, HashOf hash_of) : points_(points), hash_of_(std::move(hash_of)) {}

    /// Puts a server on the ring, or changes its weight.
    void add(const std::string& node, int weight) {
        remove(node);
        weights_[node] = weight;
        for (int n = 0; n < points_ * weight; n++) ring_.emplace(hash_of_(node + "#" + std::to_string(n)), node);
    }

    /// Takes a server from the ring.
    void remove(const std::string& node) {
        if (weights_.erase(node) == 0) return;
        std::erase_if(ring_, [&node](const Point& point) { return point.second == node; });
    }

    /// The server that has this key; nothing if there is no server.
    std::optional<std::string> owner(const std::string& key) const {
        return first(key, [](const std::string&) { return true; });
    }

    /// The first server clockwise from this key that suits; each is asked about once.
    std::optional<std::string> first(const std::string& key,
                                     const std::function<bool(const std::string&)>& suits) const {
        auto at = ring_.lower_bound({hash_of_(key), ""});
        std::set<std::string> met;
        for (std::size_t n = 0; n < ring_.size(); n++, ++at) {
            if (at == ring_.end()) at = ring_.begin();
            if (met.insert(at->second).second && suits(at->second)) return at->second;
        }
        return std::nullopt;
    }

    const std::map<std::string, int>& weights() const { return weights_; }

    void set_zone(const std::string& node, const std::string& zone) { zones_[node] = zone; }

    /// So many different servers, of different zones as long as there are any.
    std::vector<std::string> owners(const std::string& key, std::size_t copies) const {
        std::vector<std::string> chosen, left;
        std::set<std::string> taken;
        first(key, [&](const std::string& node) {
            auto zone = zones_.find(node);
            bool fresh = taken.insert(zone == zones_.end() ? "alone " + node : "zone " + zone->second).second;
            (fresh ? chosen : left).push_back(node);
            return false;
        });
        chosen.insert(chosen.end(), left.begin(), left.end());
        chosen.resize(std::min(copies, chosen.size()));
        return chosen;
    }

private:
    using Point = std::pair<std::uint32_t, std::string>;

    int points_;
    HashOf hash_of_;
    std::map<std::string, int> weights_;
    std::map<std::string, std::string> zones_;
    std::set<Point> ring_;
};

/// What lies where, with no server holding more than `percent` of its share.
class Placement {
public:
    Placement(const Ring& ring, int percent) : ring_(ring), percent_(percent) {}

    /// The first server clockwise from this key that has room; where it lies already, if it does.
    std::optional<std::string> place(const std::string& key) {
        if (auto known = nodes_.find(key); known != nodes_.end()) return known->second;
        long long whole = 0;
        for (const auto& [node, weight] : ring_.weights()) whole += 100LL * weight;
        auto chosen = ring_.first(key, [&](const std::string& node) {
            long long share = static_cast<long long>(nodes_.size() + 1) * ring_.weights().at(node) * percent_;
            return counts_[node] < (share + whole - 1) / whole;
        });
        if (chosen) {
            nodes_[key] = *chosen;
            counts_[*chosen]++;
        }
        return chosen;
    }

    void drop(const std::string& key) {
        auto known = nodes_.find(key);
        if (known == nodes_.end()) return;
        counts_[known->second]--;
        nodes_.erase(known);
    }

private:
    const Ring& ring_;
    int percent_;
    std::map<std::string, std::string> nodes_;
    std::map<std::string, long long> counts_;
};
