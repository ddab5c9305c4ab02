package main

// text is a value, or nothing.
type text struct {
	value string
	found bool
}

type final struct {
	version int
	text
}

// Store keeps texts under keys, with transactions inside transactions.
type Store struct {
	values    map[string]string
	counts    map[string]int
	undo      []map[string]text // for each open transaction, what its keys had before
	version   int
	finals    map[string][]final // in order
	snapshots map[int]int
}

func NewStore() *Store {
	return &Store{
		values: map[string]string{}, counts: map[string]int{}, finals: map[string][]final{}, snapshots: map[int]int{},
	}
}

func (s *Store) Get(key string) (value string, found bool) {
	value, found = s.values[key]
	return value, found
}

func (s *Store) Set(key, value string) {
	s.change(key, text{value, true})
}

func (s *Store) Remove(key string) {
	s.change(key, text{})
}

// Count says how many keys have this value now.
func (s *Store) Count(value string) int {
	return s.counts[value]
}

// Begin opens a transaction, inside of the one that is open, if any.
func (s *Store) Begin() {
	s.undo = append(s.undo, map[string]text{})
}

// Commit ends the innermost transaction and keeps its changes. It gives false if none is open.
func (s *Store) Commit() bool {
	before := s.pop()
	if before == nil {
		return false
	}
	keys := []string{}
	for key, value := range before {
		keys = append(keys, key)
		s.remember(key, value)
	}
	if len(s.undo) == 0 {
		s.makeFinal(keys)
	}
	return true
}

// Rollback ends the innermost transaction and undoes its changes. It gives false if none is open.
func (s *Store) Rollback() bool {
	before := s.pop()
	for key, value := range before {
		s.put(key, value)
	}
	return before != nil
}

func (s *Store) pop() map[string]text {
	last := len(s.undo) - 1
	if last < 0 {
		return nil
	}
	before := s.undo[last]
	s.undo = s.undo[:last]
	return before
}

// remember notes in the innermost transaction what a key had before; what is older counts.
func (s *Store) remember(key string, before text) {
	if last := len(s.undo) - 1; last >= 0 {
		if _, known := s.undo[last][key]; !known {
			s.undo[last][key] = before
		}
	}
}

func (s *Store) change(key string, to text) {
	value, found := s.values[key]
	if !found && !to.found {
		return
	}
	s.put(key, to)
	s.remember(key, text{value, found})
	if len(s.undo) == 0 {
		s.makeFinal([]string{key})
	}
}

func (s *Store) put(key string, to text) {
	if before, found := s.values[key]; found {
		s.counts[before]--
		delete(s.values, key)
	}
	if to.found {
		s.counts[to.value]++
		s.values[key] = to.value
	}
}

func (s *Store) makeFinal(keys []string) {
	s.version++
	for _, key := range keys {
		value, found := s.values[key]
		if len(s.snapshots) == 0 {
			s.finals[key] = nil
		}
		s.finals[key] = append(s.finals[key], final{s.version, text{value, found}})
	}
}

func (s *Store) Snapshot() int {
	s.snapshots[s.version]++
	return s.version
}

func (s *Store) GetAt(snapshot int, key string) (value string, found bool) {
	entries := s.finals[key]
	for n := len(entries) - 1; n >= 0; n-- {
		if entries[n].version <= snapshot {
			return entries[n].value, entries[n].found
		}
	}
	return "", false
}

func (s *Store) Release(snapshot int) {
	s.snapshots[snapshot]--
	if s.snapshots[snapshot] <= 0 {
		delete(s.snapshots, snapshot)
	}
}

func (s *Store) changedSince(snapshot int, key string) bool {
	entries := s.finals[key]
	return len(entries) > 0 && entries[len(entries)-1].version > snapshot
}

// Transaction sees the store as it was when this was opened, and its own changes.
type Transaction struct {
	store   *Store
	start   int
	touched map[string]bool
	written map[string]text
}

func (s *Store) Transaction() *Transaction {
	return &Transaction{s, s.Snapshot(), map[string]bool{}, map[string]text{}}
}

func (t *Transaction) Get(key string) (value string, found bool) {
	t.touched[key] = true
	if own, written := t.written[key]; written {
		return own.value, own.found
	}
	return t.store.GetAt(t.start, key)
}

func (t *Transaction) Set(key, value string) {
	t.touched[key] = true
	t.written[key] = text{value, true}
}

func (t *Transaction) Remove(key string) {
	t.touched[key] = true
	t.written[key] = text{}
}

// Commit writes everything at once. It gives false if another has changed what this one has read or written.
func (t *Transaction) Commit() bool {
	t.store.Release(t.start)
	if len(t.written) == 0 {
		return true
	}
	for key := range t.touched {
		if t.store.changedSince(t.start, key) {
			return false
		}
	}
	t.store.Begin()
	for key, to := range t.written {
		t.store.change(key, to)
	}
	return t.store.Commit()
}

func (t *Transaction) Rollback() {
	t.store.Release(t.start)
}
