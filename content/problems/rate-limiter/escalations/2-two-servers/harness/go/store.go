package main

type storeEntry struct {
	times   []int64
	version int64
}

// Store is shared by several servers. A write is refused when somebody else wrote since the read.
type Store struct {
	entries   map[string]storeEntry
	meanwhile func() // what another server does just before the next write
}

// Read gives nil and version 0 where nothing was written yet.
func (s *Store) Read(key string) (times []int64, version int64) {
	entry := s.entries[key]
	return append([]int64(nil), entry.times...), entry.version
}

// Write keeps times if version is still the one that is stored. It says whether it did.
func (s *Store) Write(key string, times []int64, version int64) bool {
	if other := s.meanwhile; other != nil {
		s.meanwhile = nil
		other()
	}
	if s.entries[key].version != version {
		return false
	}
	s.entries[key] = storeEntry{append([]int64(nil), times...), version + 1}
	return true
}
