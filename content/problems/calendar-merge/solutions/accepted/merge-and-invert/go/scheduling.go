package main

import "sort"

// Interval is in minutes; End does not belong to it.
type Interval struct{ Start, End int }

const day = 24 * 60

func min(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func max(a, b int) int {
	if a > b {
		return a
	}
	return b
}

// Merge gives the same busy time as a tidy list: in order, no two entries that could be one.
func Merge(meetings []Interval) []Interval {
	sorted := append([]Interval{}, meetings...)
	sort.Slice(sorted, func(a, b int) bool { return sorted[a].Start < sorted[b].Start })
	tidy := []Interval{}
	for _, meeting := range sorted {
		if meeting.Start == meeting.End { // a reminder, not a meeting
			continue
		}
		if last := len(tidy) - 1; last >= 0 && meeting.Start <= tidy[last].End {
			tidy[last].End = max(tidy[last].End, meeting.End)
		} else {
			tidy = append(tidy, meeting)
		}
	}
	return tidy
}

// CommonFree gives every slot of at least so many minutes within window in which all people are free, in order.
func CommonFree(calendars map[string][]Interval, window Interval, minutes int) []Interval {
	everyone := []Interval{}
	for _, meetings := range calendars {
		everyone = append(everyone, meetings...)
	}
	return longEnough(gaps(Merge(everyone), window), minutes)
}

func longEnough(slots []Interval, minutes int) []Interval {
	kept := []Interval{}
	for _, slot := range slots {
		if slot.End-slot.Start >= minutes {
			kept = append(kept, slot)
		}
	}
	return kept
}

// gaps is what a tidy list leaves of the window.
func gaps(busy []Interval, window Interval) []Interval {
	free := []Interval{}
	at := window.Start
	for _, meeting := range busy {
		if meeting.Start >= window.End {
			break
		}
		if meeting.Start > at {
			free = append(free, Interval{at, meeting.Start})
		}
		at = max(at, meeting.End)
	}
	if at < window.End {
		free = append(free, Interval{at, window.End})
	}
	return free
}

// FreeFor gives the slots in which, at every moment, at least so many people are free: it sweeps over starts and ends.
func FreeFor(calendars map[string][]Interval, window Interval, minutes, people int) []Interval {
	changes := map[int]int{window.Start: 0, window.End: 0}
	for _, meetings := range calendars {
		for _, meeting := range Merge(meetings) { // tidied, so that nobody is busy twice at once
			start, end := max(meeting.Start, window.Start), min(meeting.End, window.End)
			if start < end {
				changes[start]--
				changes[end]++
			}
		}
	}
	moments := []int{}
	for moment := range changes {
		moments = append(moments, moment)
	}
	sort.Ints(moments)
	slots := []Interval{}
	free, open, since := len(calendars), false, 0
	for _, moment := range moments {
		free += changes[moment]
		enough := free >= people && moment < window.End
		if enough && !open {
			open, since = true, moment
		} else if !enough && open {
			slots = append(slots, Interval{since, moment})
			open = false
		}
	}
	return longEnough(slots, minutes)
}

// OffHours says when somebody is not at work, in UTC: the rest of the window around each day's local hours.
func OffHours(hours Interval, zones []Zone, window Interval) []Interval {
	changes := append([]Zone{}, zones...)
	sort.Slice(changes, func(a, b int) bool { return changes[a].Since < changes[b].Since })
	atWork := []Interval{}
	for number, zone := range changes {
		start, end := window.Start, window.End
		if number > 0 {
			start = max(start, zone.Since)
		}
		if number+1 < len(changes) {
			end = min(end, changes[number+1].Since)
		}
		// One day early and late: division rounds towards zero, and clipping drops what is too much.
		for d := (start+zone.Offset)/day - 1; d <= (end+zone.Offset)/day+1; d++ {
			opens := max(start, d*day+hours.Start-zone.Offset)
			closes := min(end, d*day+hours.End-zone.Offset)
			if opens < closes {
				atWork = append(atWork, Interval{opens, closes})
			}
		}
	}
	return gaps(Merge(atWork), window)
}
