package main

import (
	"math/bits"
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
	return sorted[(len(sorted)*p+99)/100-1], true
}

// Skipped says how many lines could not be read.
func (s *LogStats) Skipped() int {
	return s.unread
}

// Report has the busiest pages of the window that began at Start.
type Report struct {
	Start int64
	Pages []Busy
}

// LiveStats reports each window when a time was seen that is lateMs after its end.
type LiveStats struct {
	windowMs, lateMs int64
	n                int
	windows          map[int64]*window
	openFrom         int64 // the first window that is not over
	late             int
}

func NewLiveStats(windowMs, lateMs int64, n int) *LiveStats {
	return &LiveStats{windowMs: windowMs, lateMs: lateMs, n: n, windows: map[int64]*window{}}
}

func (s *LiveStats) Add(line string) []Report {
	one, found := read(line)
	if !found {
		return nil
	}
	if one.atMs/s.windowMs < s.openFrom {
		s.late++
		return nil
	}
	opened(s.windows, one.atMs/s.windowMs).add(one)
	if seen := (one.atMs - s.lateMs) / s.windowMs; one.atMs >= s.lateMs && seen > s.openFrom {
		s.openFrom = seen
	}
	over := []Report{}
	for number, in := range s.windows {
		if number < s.openFrom {
			over = append(over, Report{number * s.windowMs, in.top(s.n)})
			delete(s.windows, number)
		}
	}
	sort.Slice(over, func(a, b int) bool { return over[a].Start < over[b].Start })
	return over
}

func (s *LiveStats) Late() int {
	return s.late
}

// Sketch stands for many times, as one count for each power of two: from the power before up to this one.
type Sketch struct {
	counts []int64
}

func NewSketch() *Sketch {
	return &Sketch{make([]int64, 21)}
}

func Unpack(numbers []int64) *Sketch {
	return &Sketch{append([]int64{}, numbers...)}
}

func (s *Sketch) Add(tookMs int64) {
	power := 0
	if tookMs > 1 {
		power = bits.Len64(uint64(tookMs - 1))
	}
	s.counts[power]++
}

func (s *Sketch) Pack() []int64 {
	return s.counts
}

func (s *Sketch) Merge(other *Sketch) {
	for power, count := range other.counts {
		s.counts[power] += count
	}
}

func (s *Sketch) Percentile(p int) (tookMs int64, found bool) {
	all, seen := int64(0), int64(0)
	for _, count := range s.counts {
		all += count
	}
	rank := (all*int64(p) + 99) / 100
	for power, count := range s.counts {
		seen += count
		if count > 0 && seen >= rank {
			return 1 << power, true
		}
	}
	return 0, false
}
