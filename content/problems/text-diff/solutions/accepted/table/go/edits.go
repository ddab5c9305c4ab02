package main

// Edit is a line and what becomes of it: ' ' is kept, '-' removed, '+' added.
type Edit struct {
	Sign byte
	Line string
}

// Diff is the shortest way from before to after; between two kept lines, removed ones before added ones.
//
// What both have in common at the top and at the bottom is set aside first: the table in between costs the product
// of what is left.
func Diff(before, after []string) []Edit {
	top := 0
	for top < len(before) && top < len(after) && before[top] == after[top] {
		top++
	}
	m, n := len(before), len(after)
	for m > top && n > top && before[m-1] == after[n-1] {
		m, n = m-1, n-1
	}
	edits := signed(' ', before[:top])
	edits = append(edits, between(before[top:m], after[top:n])...)
	return append(edits, signed(' ', before[m:])...)
}

func signed(sign byte, lines []string) []Edit {
	edits := []Edit{}
	for _, line := range lines {
		edits = append(edits, Edit{sign, line})
	}
	return edits
}

func between(before, after []string) []Edit {
	longest := common(before, after)
	edits, added := []Edit{}, []Edit{}
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && before[i] == after[j]:
			edits = append(append(edits, added...), Edit{' ', before[i]})
			added = nil
			i, j = i+1, j+1
		case j == len(after) || (i < len(before) && longest[i+1][j] >= longest[i][j+1]):
			edits = append(edits, Edit{'-', before[i]})
			i++
		default:
			added = append(added, Edit{'+', after[j]})
			j++
		}
	}
	return append(edits, added...)
}

// common says at [i][j] how many lines before[i:] and after[j:] have in common at most, in order.
func common(before, after []string) [][]int {
	table := make([][]int, len(before)+1)
	for i := range table {
		table[i] = make([]int, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			switch {
			case before[i] == after[j]:
				table[i][j] = table[i+1][j+1] + 1
			case table[i+1][j] > table[i][j+1]:
				table[i][j] = table[i+1][j]
			default:
				table[i][j] = table[i][j+1]
			}
		}
	}
	return table
}

// Hunks are the changes with up to context kept lines around them; those that would touch are one.
func Hunks(edits []Edit, context int) []Hunk {
	changed := []int{}
	for n, edit := range edits {
		if edit.Sign != ' ' {
			changed = append(changed, n)
		}
	}
	found, begin := []Hunk{}, 0
	for n, at := range changed {
		if n+1 < len(changed) && changed[n+1]-at-1 <= 2*context {
			continue
		}
		from, to := changed[begin]-context, at+context+1
		if from < 0 {
			from = 0
		}
		if to > len(edits) {
			to = len(edits)
		}
		found = append(found, hunk(edits, from, to))
		begin = n + 1
	}
	return found
}

func hunk(edits []Edit, from, to int) Hunk {
	part := edits[from:to]
	h := Hunk{BeforeCount: len(without(part, '+')), AfterCount: len(without(part, '-')), Edits: part}
	h.BeforeStart, h.AfterStart = len(without(edits[:from], '+')), len(without(edits[:from], '-'))
	if h.BeforeCount > 0 {
		h.BeforeStart++
	}
	if h.AfterCount > 0 {
		h.AfterStart++
	}
	return h
}

func without(edits []Edit, sign byte) []string {
	lines := []string{}
	for _, edit := range edits {
		if edit.Sign != sign {
			lines = append(lines, edit.Line)
		}
	}
	return lines
}

// Patch gives the lines with all hunks applied, each as near as can be to where it is expected. The error is a Conflict.
func Patch(lines []string, hunks []Hunk) ([]string, error) {
	patched := []string{}
	done, moved := 0, 0 // lines that are dealt with; how far away the hunk before was found
	for n, h := range hunks {
		wanted, says := without(h.Edits, '+'), h.BeforeStart
		if h.BeforeCount > 0 {
			says--
		}
		at := nearest(lines, wanted, says+moved, done)
		if at < 0 {
			return nil, Conflict{n + 1}
		}
		moved = at - says
		patched = append(append(patched, lines[done:at]...), without(h.Edits, '-')...)
		done = at + len(wanted)
	}
	return append(patched, lines[done:]...), nil
}

// nearest says where the wanted lines are, close to expected and not above lowest; -1 if nowhere.
func nearest(lines, wanted []string, expected, lowest int) int {
	best := -1
	for at := lowest; at+len(wanted) <= len(lines); at++ {
		if !equal(lines[at:at+len(wanted)], wanted) {
			continue
		}
		if best < 0 || distance(at, expected) < distance(best, expected) {
			best = at
		}
	}
	return best
}

func equal(one, two []string) bool {
	for n := range one {
		if one[n] != two[n] {
			return false
		}
	}
	return true
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}
