#pragma once
#include <algorithm>
#include <cctype>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// Finds words in a log that only grows at its end.
//
// For each word the numbers of its entries, in order; for each entry its words. The rarest word of a query says which
// entries to look at, from the newest on.
class LogSearch {
   public:
    // Adds an entry and gives its number, counted from 1.
    int append(long long at_ms, const std::string& text) {
        const int number = first + int(entries.size());
        times.push_back(at_ms);
        entries.emplace_back();
        std::string word;
        for (size_t n = 0; n <= text.size(); n++) {
            if (n < text.size() && std::isalnum(static_cast<unsigned char>(text[n]))) {
                word += char(std::tolower(static_cast<unsigned char>(text[n])));
            } else if (!word.empty()) {
                if (entries.back().insert(word).second) numbers[word].push_back(number);
                word.clear();
            }
        }
        return number;
    }

    // The numbers of the entries with every word of the query, newest first, at most `limit`.
    std::vector<int> find(const std::string& query, int limit) {
        return search(query, limit, first, first + int(entries.size()));
    }

    // The same, of the entries from `from_ms` on and before `to_ms`.
    std::vector<int> find_between(long long from_ms, long long to_ms, const std::string& query, int limit) {
        return search(query, limit, number_at(from_ms), number_at(to_ms));
    }

    // Drops what is older. The others keep their numbers.
    void forget(long long before_ms) {
        const int new_first = number_at(before_ms), count = new_first - first;
        std::unordered_set<std::string> gone;
        for (int n = 0; n < count; n++) gone.insert(entries[n].begin(), entries[n].end());
        for (const auto& word : gone) {
            auto& left = numbers[word];
            left.erase(left.begin(), std::lower_bound(left.begin(), left.end(), new_first));
            if (left.empty()) numbers.erase(word);
        }
        times.erase(times.begin(), times.begin() + count);
        entries.erase(entries.begin(), entries.begin() + count);
        first = new_first;
    }

    // How many different words the entries have.
    int words() const { return int(numbers.size()); }

   private:
    using Words = std::unordered_set<std::string>;

    int first = 1;  // the number of the oldest entry that is kept
    std::vector<long long> times;
    std::vector<Words> entries;
    std::unordered_map<std::string, std::vector<int>> numbers;

    // The number of the first entry that is not older.
    int number_at(long long at_ms) const {
        return first + int(std::lower_bound(times.begin(), times.end(), at_ms) - times.begin());
    }

    // Entries from number `low` on and below `high`.
    std::vector<int> search(const std::string& query, int limit, int low, int high) const {
        std::vector<std::string> wanted, unwanted;
        std::istringstream in(query);
        for (std::string word; in >> word;) {
            std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
            if (word[0] == '-')
                unwanted.push_back(word.substr(1));
            else
                wanted.push_back(word);
        }
        std::vector<int> found;
        const auto look_at = [&](int number) {
            const Words& entry = entries[number - first];
            const auto has = [&](const std::string& word) { return entry.count(word) > 0; };
            if (std::all_of(wanted.begin(), wanted.end(), has) && std::none_of(unwanted.begin(), unwanted.end(), has))
                found.push_back(number);
        };
        if (wanted.empty()) {
            for (int number = high - 1; number >= low && int(found.size()) < limit; number--) look_at(number);
            return found;
        }
        static const std::vector<int> none;
        const std::vector<int>* rarest = nullptr;
        for (const auto& word : wanted) {
            const auto known = numbers.find(word);
            const auto* list = known == numbers.end() ? &none : &known->second;
            if (rarest == nullptr || list->size() < rarest->size()) rarest = list;
        }
        for (auto at = std::lower_bound(rarest->begin(), rarest->end(), high);
             at != rarest->begin() && int(found.size()) < limit && *(at - 1) >= low; --at)
            look_at(*(at - 1));
        return found;
    }
};
