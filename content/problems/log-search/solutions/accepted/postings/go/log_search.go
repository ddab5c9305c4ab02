package main

import (
	"sort"
	"strings"
	"unicode"
)

// LogSearch finds words in a log that only grows at its end.
//
// For each word the numbers of its entries, in order; for each entry its words. The rarest word of a query says which
// entries to look at, from the newest on.
type LogSearch struct {
	first   int // the number of the oldest entry that is kept
	times   []int
	entries []map[string]bool
	numbers map[string][]int
}

func NewLogSearch() *LogSearch { return &LogSearch{first: 1, numbers: map[string][]int{}} }

// Append adds an entry and gives its number, counted from 1.
func (l *LogSearch) Append(atMs int, text string) int {
	number, words := l.first+len(l.entries), map[string]bool{}
	separates := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), separates) {
		if !words[word] {
			words[word] = true
			l.numbers[word] = append(l.numbers[word], number)
		}
	}
	l.times, l.entries = append(l.times, atMs), append(l.entries, words)
	return number
}

// Find gives the numbers of the entries with every word of the query, newest first, at most limit.
func (l *LogSearch) Find(query string, limit int) []int {
	return l.search(query, limit, l.first, l.first+len(l.entries))
}

// FindBetween is the same, of the entries from fromMs on and before toMs.
func (l *LogSearch) FindBetween(fromMs, toMs int, query string, limit int) []int {
	return l.search(query, limit, l.numberAt(fromMs), l.numberAt(toMs))
}

// Forget drops what is older. The others keep their numbers.
func (l *LogSearch) Forget(beforeMs int) {
	first := l.numberAt(beforeMs)
	count := first - l.first
	gone := map[string]bool{}
	for _, words := range l.entries[:count] {
		for word := range words {
			gone[word] = true
		}
	}
	for word := range gone {
		left := l.numbers[word]
		// A copy, so that the memory of those before is given back.
		left = append([]int(nil), left[sort.SearchInts(left, first):]...)
		if len(left) == 0 {
			delete(l.numbers, word)
		} else {
			l.numbers[word] = left
		}
	}
	l.times = append([]int(nil), l.times[count:]...)
	l.entries = append([]map[string]bool(nil), l.entries[count:]...)
	l.first = first
}

// Words says how many different words the entries have.
func (l *LogSearch) Words() int { return len(l.numbers) }

// numberAt gives the number of the first entry that is not older.
func (l *LogSearch) numberAt(atMs int) int { return l.first + sort.SearchInts(l.times, atMs) }

// search looks at entries from number low on and below high.
func (l *LogSearch) search(query string, limit, low, high int) []int {
	wanted, unwanted := []string{}, []string{}
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if strings.HasPrefix(word, "-") {
			unwanted = append(unwanted, word[1:])
		} else {
			wanted = append(wanted, word)
		}
	}
	found := []int{}
	if len(wanted) == 0 {
		for number := high - 1; number >= low && len(found) < limit; number-- {
			if l.fits(number, wanted, unwanted) {
				found = append(found, number)
			}
		}
		return found
	}
	rarest := l.numbers[wanted[0]]
	for _, word := range wanted[1:] {
		if len(l.numbers[word]) < len(rarest) {
			rarest = l.numbers[word]
		}
	}
	for place := sort.SearchInts(rarest, high) - 1; place >= 0 && rarest[place] >= low && len(found) < limit; place-- {
		if l.fits(rarest[place], wanted, unwanted) {
			found = append(found, rarest[place])
		}
	}
	return found
}

func (l *LogSearch) fits(number int, wanted, unwanted []string) bool {
	entry := l.entries[number-l.first]
	for _, word := range wanted {
		if !entry[word] {
			return false
		}
	}
	for _, word := range unwanted {
		if entry[word] {
			return false
		}
	}
	return true
}
