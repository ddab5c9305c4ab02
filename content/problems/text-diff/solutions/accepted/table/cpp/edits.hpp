#pragma once
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "conflict.hpp"

using Lines = std::vector<std::string>;

struct Edit {
    char sign;  // ' ' kept, '-' removed, '+' added
    std::string line;
};

#include "hunk.hpp"

// At [i][j]: how many lines of before from i on and of after from j on can be kept at most.
inline std::vector<std::vector<int>> common(const Lines& before, const Lines& after) {
    std::vector<std::vector<int>> table(before.size() + 1, std::vector<int>(after.size() + 1));
    for (int i = int(before.size()) - 1; i >= 0; i--)
        for (int j = int(after.size()) - 1; j >= 0; j--)
            table[i][j] =
                before[i] == after[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
    return table;
}

inline std::vector<Edit> between(const Lines& before, const Lines& after) {
    const auto longest = common(before, after);
    std::vector<Edit> edits, added;
    size_t i = 0, j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && j < after.size() && before[i] == after[j]) {
            edits.insert(edits.end(), added.begin(), added.end());
            added.clear();
            edits.push_back({' ', before[i]});
            i++, j++;
        } else if (j == after.size() || (i < before.size() && longest[i + 1][j] >= longest[i][j + 1])) {
            edits.push_back({'-', before[i++]});
        } else {
            added.push_back({'+', after[j++]});
        }
    }
    edits.insert(edits.end(), added.begin(), added.end());
    return edits;
}

// The shortest way from `before` to `after`; between two kept lines, removed ones before added ones. What both have in
// common at the top and at the bottom is set aside first: the table in between costs the product of what is left.
inline std::vector<Edit> diff(const Lines& before, const Lines& after) {
    size_t top = 0, m = before.size(), n = after.size();
    while (top < std::min(m, n) && before[top] == after[top]) top++;
    while (m > top && n > top && before[m - 1] == after[n - 1]) m--, n--;
    std::vector<Edit> edits;
    for (size_t i = 0; i < top; i++) edits.push_back({' ', before[i]});
    const auto middle = between(Lines(before.begin() + top, before.begin() + m), Lines(after.begin() + top, after.begin() + n));
    edits.insert(edits.end(), middle.begin(), middle.end());
    for (size_t i = m; i < before.size(); i++) edits.push_back({' ', before[i]});
    return edits;
}

inline Lines leaving(const std::vector<Edit>& edits, char sign, size_t from, size_t to) {
    Lines lines;
    for (size_t n = from; n < to; n++)
        if (edits[n].sign != sign) lines.push_back(edits[n].line);
    return lines;
}

// The changes with up to `context` kept lines around them; those that would touch are one.
inline std::vector<Hunk> hunks(const std::vector<Edit>& edits, int context) {
    std::vector<int> changed;
    for (size_t n = 0; n < edits.size(); n++)
        if (edits[n].sign != ' ') changed.push_back(int(n));
    std::vector<Hunk> found;
    size_t begin = 0;
    for (size_t n = 0; n < changed.size(); n++) {
        if (n + 1 < changed.size() && changed[n + 1] - changed[n] - 1 <= 2 * context) continue;
        const int from = std::max(changed[begin] - context, 0);
        const int to = std::min(changed[n] + context + 1, int(edits.size()));
        const int before_count = int(leaving(edits, '+', from, to).size());
        const int after_count = int(leaving(edits, '-', from, to).size());
        found.push_back({int(leaving(edits, '+', 0, from).size()) + (before_count > 0), before_count,
                         int(leaving(edits, '-', 0, from).size()) + (after_count > 0), after_count,
                         std::vector<Edit>(edits.begin() + from, edits.begin() + to)});
        begin = n + 1;
    }
    return found;
}

// Where the wanted lines are, as near as can be to `expected` and not above `lowest`; -1 if nowhere.
inline int nearest(const Lines& lines, const Lines& wanted, int expected, int lowest) {
    int best = -1;
    for (int at = lowest; at + int(wanted.size()) <= int(lines.size()); at++) {
        if (!std::equal(wanted.begin(), wanted.end(), lines.begin() + at)) continue;
        if (best < 0 || std::abs(at - expected) < std::abs(best - expected)) best = at;
    }
    return best;
}

// The lines with all hunks applied, each as near as can be to where it is expected. Throws Conflict.
inline Lines patch(const Lines& lines, const std::vector<Hunk>& hunks) {
    Lines patched;
    int done = 0, moved = 0;  // lines that are dealt with; how far away the hunk before was found
    for (size_t n = 0; n < hunks.size(); n++) {
        const auto& hunk = hunks[n];
        const auto wanted = leaving(hunk.edits, '+', 0, hunk.edits.size());
        const auto wished = leaving(hunk.edits, '-', 0, hunk.edits.size());
        const int says = hunk.before_start - (hunk.before_count > 0);
        const int at = nearest(lines, wanted, says + moved, done);
        if (at < 0) throw Conflict{int(n) + 1};
        moved = at - says;
        patched.insert(patched.end(), lines.begin() + done, lines.begin() + at);
        patched.insert(patched.end(), wished.begin(), wished.end());
        done = at + int(wanted.size());
    }
    patched.insert(patched.end(), lines.begin() + done, lines.end());
    return patched;
}
