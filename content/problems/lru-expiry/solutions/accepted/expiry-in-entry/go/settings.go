package main

// Settings is what operations may set. It is read from the configuration when the service starts.
type Settings struct {
	Capacity     int
	TTLMs        int64 // 0: for ever
	GraceMs      int64 // how long an expired name may stand in while the source is down
	UnknownTTLMs int64 // how long "no such user" is remembered; 0: not at all
}
