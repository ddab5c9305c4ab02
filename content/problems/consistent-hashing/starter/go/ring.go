package main

// Ring says which server has a key. A server of weight 1 has so many points; hashOf gives the place of a text.
type Ring struct {
	points int
	hashOf func(text string) uint32
}

func NewRing(points int, hashOf func(text string) uint32) *Ring {
	return &Ring{points: points, hashOf: hashOf}
}

// Add puts a server on the ring, or changes its weight.
func (r *Ring) Add(node string, weight int) {
}

// Remove takes a server from the ring.
func (r *Ring) Remove(node string) {
}

// Owner is the server that has this key; found is false if there is no server.
func (r *Ring) Owner(key string) (node string, found bool) {
	return "", false
}
