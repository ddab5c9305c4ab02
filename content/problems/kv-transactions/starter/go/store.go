package main

// Store keeps texts under keys, with transactions inside transactions.
type Store struct {
}

func NewStore() *Store {
	return &Store{}
}

func (s *Store) Get(key string) (value string, found bool) {
	return "", false
}

func (s *Store) Set(key, value string) {
}

func (s *Store) Remove(key string) {
}

// Count says how many keys have this value now.
func (s *Store) Count(value string) int {
	return 0
}

// Begin opens a transaction, inside of the one that is open, if any.
func (s *Store) Begin() {
}

// Commit ends the innermost transaction and keeps its changes. It gives false if none is open.
func (s *Store) Commit() bool {
	return false
}

// Rollback ends the innermost transaction and undoes its changes. It gives false if none is open.
func (s *Store) Rollback() bool {
	return false
}
