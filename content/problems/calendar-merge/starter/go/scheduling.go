package main

// Interval is in minutes.
type Interval struct{ Start, End int }

// Merge gives the same busy time as a tidy list: in order, no two entries that could be one.
func Merge(meetings []Interval) []Interval {
	return meetings
}

// CommonFree gives every slot of at least so many minutes within window in which all people are free, in order.
func CommonFree(calendars map[string][]Interval, window Interval, minutes int) []Interval {
	return nil
}
