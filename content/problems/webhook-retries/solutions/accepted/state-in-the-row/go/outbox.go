package main

// Row is an event that waits to be sent, how often it was tried, and when the next try is due.
type Row struct {
	Event Event
	Tries int
	DueMs int
}

// Outbox stands for a table of the database: rows in the order of publishing.
type Outbox struct{ Rows []Row }

func (o *Outbox) Add(row Row) { o.Rows = append(o.Rows, row) }

func (o *Outbox) Remove(row Row) {
	at := o.at(row)
	o.Rows = append(o.Rows[:at:at], o.Rows[at+1:]...)
}

// Replace puts next where old was.
func (o *Outbox) Replace(old, next Row) { o.Rows[o.at(old)] = next }

func (o *Outbox) at(row Row) int {
	for n, one := range o.Rows {
		if one == row {
			return n
		}
	}
	panic("no such row")
}

// Heads gives the oldest row of each subscriber, in the order of publishing.
func (o *Outbox) Heads() []Row {
	heads, seen := []Row{}, map[string]bool{}
	for _, row := range o.Rows {
		if !seen[row.Event.Subscriber] {
			seen[row.Event.Subscriber] = true
			heads = append(heads, row)
		}
	}
	return heads
}
