package main

import (
	"regexp"
	"sort"
	"strconv"
)

type Busy struct {
	Page     string
	Requests int
}

var logLine = regexp.MustCompile(`^([0-9]+) (\S+) ([0-9]+|-)$`)

type entry struct {
	atMs     int64
	page     string
	tookMs   int64
	measured bool
}

// read gives the entry of a line; found is false for what is no line.
func read(line string) (one entry, found bool) {
	match := logLine.FindStringSubmatch(line)
	if match == nil {
		return one, false
	}
	one.page, one.measured = match[2], match[3] != "-"
	var err error
	if one.atMs, err = strconv.ParseInt(match[1], 10, 64); err != nil {
		return one, false
	}
	if one.measured {
		one.tookMs, err = strconv.ParseInt(match[3], 10, 64)
	}
	return one, err == nil
}

type window struct {
	requests map[string]int
	tookMs   map[string][]int64
}

func opened(windows map[int64]*window, number int64) *window {
	if windows[number] == nil {
		windows[number] = &window{map[string]int{}, map[string][]int64{}}
	}
	return windows[number]
}

func (w *window) add(one entry) {
	w.requests[one.page]++
	if one.measured {
		w.tookMs[one.page] = append(w.tookMs[one.page], one.tookMs)
	}
}

func (w *window) top(n int) []Busy {
	pages := []Busy{}
	for page, requests := range w.requests {
		pages = append(pages, Busy{page, requests})
	}
	sort.Slice(pages, func(a, b int) bool {
		if pages[a].Requests != pages[b].Requests {
			return pages[a].Requests > pages[b].Requests
		}
		return pages[a].Page < pages[b].Page
	})
	if n < len(pages) {
		pages = pages[:n]
	}
	return pages
}

// LogStats knows what happened in each window of windowMs milliseconds.
type LogStats struct {
	windowMs int64
	windows  map[int64]*window
	unread   int
}

func NewLogStats(windowMs int64) *LogStats {
	return &LogStats{windowMs: windowMs, windows: map[int64]*window{}}
}

// Add takes a line of the log, such as "61200 /cart 35".
func (s *LogStats) Add(line string) {
	one, found := read(line)
	if !found {
		s.unread++
		return
	}
	opened(s.windows, one.atMs/s.windowMs).add(one)
}

// Top gives the n busiest pages of the window to which atMs belongs.
func (s *LogStats) Top(atMs int64, n int) []Busy {
	if found := s.windows[atMs/s.windowMs]; found != nil {
		return found.top(n)
	}
	return nil
}

// Percentile gives the time within which at least p percent of the answers came; found is false if nothing was measured.
func (s *LogStats) Percentile(atMs int64, page string, p int) (tookMs int64, found bool) {
	in := s.windows[atMs/s.windowMs]
	if in == nil || len(in.tookMs[page]) == 0 {
		return 0, false
	}
	sorted := append([]int64{}, in.tookMs[page]...)
	sort.Slice(sorted, func(a, b int) bool { return sorted[a] < sorted[b] })
	rank := len(sorted) * p / 100
	if rank == len(sorted) {
		rank--
	}
	return sorted[rank], true
}

// Skipped says how many lines could not be read.
func (s *LogStats) Skipped() int {
	return s.unread
}
