#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// A small store that several servers share. A write is refused when somebody else wrote since the read.
class Store {
public:
    struct Entry {
        std::vector<long long> times;
        long long version = 0;
    };

    std::function<void()> meanwhile;  // what another server does just before the next write

    /// An empty list and version 0 where nothing was written yet.
    Entry read(const std::string& key) const {
        auto found = entries_.find(key);
        return found == entries_.end() ? Entry{} : found->second;
    }

    /// Keeps `times` if `version` is still the one that is stored. Says whether it did.
    bool write(const std::string& key, const std::vector<long long>& times, long long version) {
        if (meanwhile) std::exchange(meanwhile, nullptr)();
        if (read(key).version != version) return false;
        entries_[key] = Entry{times, version + 1};
        return true;
    }

private:
    std::map<std::string, Entry> entries_;
};
