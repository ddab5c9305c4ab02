#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

class Transaction;

/// Texts under keys, with transactions inside transactions.
class Store {
public:
    using Value = std::optional<std::string>;

    Value get(const std::string& key) const {
        auto found = values_.find(key);
        return found == values_.end() ? Value() : Value(found->second);
    }

    void set(const std::string& key, const std::string& value) { change(key, value); }

    void remove(const std::string& key) { change(key, std::nullopt); }

    /// How many keys have this value now.
    int count(const std::string& value) const {
        auto found = counts_.find(value);
        return found == counts_.end() ? 0 : found->second;
    }

    /// Opens a transaction, inside of the one that is open, if any.
    void begin() { undo_.emplace_back(); }

    /// Ends the innermost transaction and keeps its changes. False if none is open.
    bool commit() {
        if (undo_.empty()) return false;
        auto before = std::move(undo_.back());
        undo_.pop_back();
        if (!undo_.empty()) {
            undo_.back().merge(before);  // the older one counts
            return true;
        }
        std::vector<std::string> keys;
        for (const auto& [key, value] : before) keys.push_back(key);
        make_final(keys);
        return true;
    }

    /// Ends the innermost transaction and undoes its changes. False if none is open.
    bool rollback() {
        if (undo_.empty()) return false;
        for (const auto& [key, value] : undo_.back()) put(key, value);
        undo_.pop_back();
        return true;
    }

    int snapshot() {
        snapshots_.insert(version_);
        return version_;
    }

    Value get_at(int snapshot, const std::string& key) const {
        auto found = finals_.find(key);
        if (found == finals_.end()) return std::nullopt;
        for (auto entry = found->second.rbegin(); entry != found->second.rend(); ++entry)
            if (entry->first <= snapshot) return entry->second;
        return std::nullopt;
    }

    void release(int snapshot) {
        if (auto found = snapshots_.find(snapshot); found != snapshots_.end()) snapshots_.erase(found);
    }

    bool changed_since(int snapshot, const std::string& key) const {
        auto found = finals_.find(key);
        return found != finals_.end() && found->second.back().first > snapshot;
    }

    Transaction transaction();

private:
    void change(const std::string& key, const Value& value) {
        Value before = get(key);
        if (!before && !value) return;
        put(key, value);
        if (undo_.empty())
            make_final({key});
        else
            undo_.back().emplace(key, before);
    }

    void put(const std::string& key, const Value& value) {
        if (Value before = get(key)) counts_[*before]--;
        if (value) {
            counts_[*value]++;
            values_[key] = *value;
        } else {
            values_.erase(key);
        }
    }

    void make_final(const std::vector<std::string>& keys) {
        version_++;
        for (const std::string& key : keys) {
            auto& entries = finals_[key];
            if (snapshots_.empty()) entries.clear();
            entries.emplace_back(version_, get(key));
        }
    }

    std::unordered_map<std::string, std::string> values_;
    std::unordered_map<std::string, int> counts_;
    std::vector<std::unordered_map<std::string, Value>> undo_;  // per open transaction, what its keys had before
    int version_ = 0;
    std::unordered_map<std::string, std::vector<std::pair<int, Value>>> finals_;  // version and value, in order
    std::multiset<int> snapshots_;
};

/// Sees the store as it was when this was opened, and its own changes.
class Transaction {
public:
    explicit Transaction(Store& store) : store_(&store), start_(store.snapshot()) {}

    Store::Value get(const std::string& key) {
        touched_.insert(key);
        auto own = written_.find(key);
        return own == written_.end() ? store_->get_at(start_, key) : own->second;
    }

    void set(const std::string& key, const std::string& value) {
        touched_.insert(key);
        written_[key] = value;
    }

    void remove(const std::string& key) {
        touched_.insert(key);
        written_[key] = std::nullopt;
    }

    /// Writes everything at once. False if another has meanwhile changed what this one has read or written.
    bool commit() {
        store_->release(start_);
        if (written_.empty()) return true;
        auto changed = [this](const std::string& key) { return store_->changed_since(start_, key); };
        if (std::any_of(touched_.begin(), touched_.end(), changed)) return false;
        store_->begin();
        for (const auto& [key, value] : written_) {
            if (value) store_->set(key, *value);
            else store_->remove(key);
        }
        return store_->commit();
    }

    void rollback() { store_->release(start_); }

private:
    Store* store_;
    int start_;
    std::set<std::string> touched_;
    std::unordered_map<std::string, Store::Value> written_;
};

inline Transaction Store::transaction() { return Transaction(*this); }
