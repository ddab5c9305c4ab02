package main

type Busy struct {
	Page     string
	Requests int
}

// LogStats knows what happened in each window of windowMs milliseconds.
type LogStats struct {
	windowMs int64
}

func NewLogStats(windowMs int64) *LogStats {
	return &LogStats{windowMs: windowMs}
}

// Add takes a line of the log, such as "61200 /cart 35".
func (s *LogStats) Add(line string) {
}

// Top gives the n busiest pages of the window to which atMs belongs.
func (s *LogStats) Top(atMs int64, n int) []Busy {
	return nil
}

// Percentile gives the time within which at least p percent of the answers came; found is false if nothing was measured.
func (s *LogStats) Percentile(atMs int64, page string, p int) (tookMs int64, found bool) {
	return 0, false
}

// Skipped says how many lines could not be read.
func (s *LogStats) Skipped() int {
	return 0
}
