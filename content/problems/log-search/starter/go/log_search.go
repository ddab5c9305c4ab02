package main

// LogSearch finds words in a log that only grows.
type LogSearch struct{}

func NewLogSearch() *LogSearch { return &LogSearch{} }

// Append adds an entry and gives its number, counted from 1.
func (l *LogSearch) Append(atMs int, text string) int { return 0 }

// Find gives the numbers of the entries with every word of the query, newest first, at most limit.
func (l *LogSearch) Find(query string, limit int) []int { return nil }
