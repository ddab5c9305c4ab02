package main

type text struct {
	value string
	found bool
}

// Store keeps texts under keys, with transactions inside transactions.
type Store struct {
	values map[string]string
	counts map[string]int
	undo   []map[string]text
}

func NewStore() *Store {
	return &Store{values: map[string]string{}, counts: map[string]int{}}
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
	open := len(s.undo) > 0
	s.undo = nil
	return open
}

// Rollback ends the innermost transaction and undoes its changes. It gives false if none is open.
func (s *Store) Rollback() bool {
	last := len(s.undo) - 1
	if last < 0 {
		return false
	}
	before := s.undo[last]
	s.undo = s.undo[:last]
	for key, to := range before {
		s.put(key, to)
	}
	return true
}

func (s *Store) change(key string, to text) {
	if last := len(s.undo) - 1; last >= 0 {
		if _, known := s.undo[last][key]; !known {
			value, found := s.values[key]
			s.undo[last][key] = text{value, found}
		}
	}
	s.put(key, to)
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
