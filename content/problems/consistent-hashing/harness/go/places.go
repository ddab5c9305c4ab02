package main

// places are the places that a test gives.
var places = map[string]uint32{}

// hashOf is the place of a text on the ring: as the test says, else one that looks random but is always the same.
func hashOf(text string) uint32 {
	if place, given := places[text]; given {
		return place
	}
	place := uint32(2166136261)
	for n := 0; n < len(text); n++ {
		place = (place ^ uint32(text[n])) * 16777619
	}
	place = (place ^ place>>16) * 0x85ebca6b
	place = (place ^ place>>13) * 0xc2b2ae35
	return place ^ place>>16
}
