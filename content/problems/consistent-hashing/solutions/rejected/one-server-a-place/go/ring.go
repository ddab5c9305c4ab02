package main

import (
	"sort"
	"strconv"
)

// Ring says which server has a key. A server of weight 1 has so many points; hashOf gives the place of a text.
type Ring struct {
	points int
	hashOf func(text string) uint32
	nodes  map[string][]uint32
	places []uint32
	at     map[uint32]string
}

func NewRing(points int, hashOf func(text string) uint32) *Ring {
	return &Ring{points: points, hashOf: hashOf, nodes: map[string][]uint32{}, at: map[uint32]string{}}
}

// Add puts a server on the ring, or changes its weight.
func (r *Ring) Add(node string, weight int) {
	r.Remove(node)
	for n := 0; n < r.points*weight; n++ {
		place := r.hashOf(node + "#" + strconv.Itoa(n))
		r.nodes[node] = append(r.nodes[node], place)
		r.at[place] = node
	}
	r.sortPlaces()
}

// Remove takes a server from the ring.
func (r *Ring) Remove(node string) {
	for _, place := range r.nodes[node] {
		delete(r.at, place)
	}
	delete(r.nodes, node)
	r.sortPlaces()
}

func (r *Ring) sortPlaces() {
	r.places = r.places[:0]
	for place := range r.at {
		r.places = append(r.places, place)
	}
	sort.Slice(r.places, func(a, b int) bool { return r.places[a] < r.places[b] })
}

// Owner is the server that has this key; found is false if there is no server.
func (r *Ring) Owner(key string) (node string, found bool) {
	if len(r.places) == 0 {
		return "", false
	}
	place := r.hashOf(key)
	n := sort.Search(len(r.places), func(n int) bool { return r.places[n] >= place })
	return r.at[r.places[n%len(r.places)]], true
}
