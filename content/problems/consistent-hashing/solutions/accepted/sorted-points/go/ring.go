package main

import (
	"sort"
	"strconv"
)

type point struct {
	place uint32
	node  string
}

// Ring says which server has a key. A server of weight 1 has so many points; hashOf gives the place of a text.
type Ring struct {
	points  int
	hashOf  func(text string) uint32
	weights map[string]int
	zones   map[string]string
	ring    []point // in order
}

func NewRing(points int, hashOf func(text string) uint32) *Ring {
	return &Ring{points: points, hashOf: hashOf, weights: map[string]int{}, zones: map[string]string{}}
}

// Add puts a server on the ring, or changes its weight.
func (r *Ring) Add(node string, weight int) {
	r.Remove(node)
	r.weights[node] = weight
	for n := 0; n < r.points*weight; n++ {
		r.ring = append(r.ring, point{r.hashOf(node + "#" + strconv.Itoa(n)), node})
	}
	sort.Slice(r.ring, func(a, b int) bool {
		if r.ring[a].place != r.ring[b].place {
			return r.ring[a].place < r.ring[b].place
		}
		return r.ring[a].node < r.ring[b].node
	})
}

// Remove takes a server from the ring.
func (r *Ring) Remove(node string) {
	if _, known := r.weights[node]; !known {
		return
	}
	delete(r.weights, node)
	kept := []point{}
	for _, one := range r.ring {
		if one.node != node {
			kept = append(kept, one)
		}
	}
	r.ring = kept
}

// Owner is the server that has this key; found is false if there is no server.
func (r *Ring) Owner(key string) (node string, found bool) {
	return r.first(key, func(string) bool { return true })
}

// first is the first server clockwise from this key that suits; each is asked about once.
func (r *Ring) first(key string, suits func(node string) bool) (node string, found bool) {
	place := r.hashOf(key)
	start := sort.Search(len(r.ring), func(n int) bool { return r.ring[n].place >= place })
	met := map[string]bool{}
	for n := range r.ring {
		node := r.ring[(start+n)%len(r.ring)].node
		if met[node] {
			continue
		}
		met[node] = true
		if suits(node) {
			return node, true
		}
	}
	return "", false
}

func (r *Ring) SetZone(node, zone string) {
	r.zones[node] = zone
}

// Owners gives so many different servers, of different zones as long as there are any.
func (r *Ring) Owners(key string, copies int) []string {
	chosen, left, taken := []string{}, []string{}, map[string]bool{}
	r.first(key, func(node string) bool {
		zone, known := r.zones[node]
		if known {
			zone = "zone " + zone
		} else {
			zone = "alone " + node
		}
		if taken[zone] {
			left = append(left, node)
		} else {
			chosen = append(chosen, node)
		}
		taken[zone] = true
		return false
	})
	chosen = append(chosen, left...)
	if copies < len(chosen) {
		chosen = chosen[:copies]
	}
	return chosen
}

// Placement knows what lies where, with no server holding more than so many percent of its share.
type Placement struct {
	ring    *Ring
	percent int
	nodes   map[string]string
	counts  map[string]int
}

func NewPlacement(ring *Ring, percent int) *Placement {
	return &Placement{ring, percent, map[string]string{}, map[string]int{}}
}

// Place gives the first server clockwise from this key that has room; where it lies already, if it does.
func (p *Placement) Place(key string) (node string, found bool) {
	if node, found := p.nodes[key]; found {
		return node, true
	}
	total := 0
	for _, weight := range p.ring.weights {
		total += weight
	}
	node, found = p.ring.first(key, func(node string) bool {
		share, whole := (len(p.nodes)+1)*p.ring.weights[node]*p.percent, 100*total
		return p.counts[node] < (share+whole-1)/whole
	})
	if found {
		p.nodes[key] = node
		p.counts[node]++
	}
	return node, found
}

func (p *Placement) Drop(key string) {
	if node, found := p.nodes[key]; found {
		delete(p.nodes, key)
		p.counts[node]--
	}
}
