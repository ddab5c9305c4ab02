package main

import "errors"

// ErrDown says that the database cannot be reached.
var ErrDown = errors.New("the source is down")

// Source is the database of profiles. It is slow, so every call of Load is counted.
type Source struct {
	Names map[string]string
	Loads int
	Down  bool
}

// Load gives the name of this user; known is false if there is no such user.
func (s *Source) Load(user string) (name string, known bool, err error) {
	if s.Down {
		return "", false, ErrDown
	}
	s.Loads++
	name, known = s.Names[user]
	return name, known, nil
}

func (s *Source) Save(user, name string) error {
	if s.Down {
		return ErrDown
	}
	s.Names[user] = name
	return nil
}
