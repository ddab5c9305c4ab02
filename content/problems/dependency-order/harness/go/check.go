package main

import (
	"fmt"
	"sort"
	"strings"
)

// shown is for the reader only, so without the "=> ".
func shown(what string, names []string) {
	if len(names) <= 50 {
		fmt.Println(what+":", strings.Join(names, " "))
	} else {
		fmt.Println(what+":", len(names), "names")
	}
}

// checkedOrder looks whether an order is right; several may be.
func checkedOrder(order []string, services map[string][]string, wanted []string) string {
	asked, place := map[string]bool{}, map[string]int{}
	for _, name := range wanted {
		asked[name] = true
	}
	for _, name := range order {
		if _, twice := place[name]; twice {
			return name + " comes twice"
		}
		if !asked[name] {
			return name + " does not belong here"
		}
		place[name] = len(place)
	}
	names := append([]string{}, wanted...)
	sort.Strings(names)
	for _, name := range names {
		if _, there := place[name]; !there {
			return name + " is missing"
		}
		for _, need := range services[name] {
			if at, there := place[need]; there && at > place[name] {
				return name + " comes before " + need
			}
		}
	}
	return fmt.Sprintf("a good order of %d", len(order))
}

// checkedCycle looks whether these services are one circle.
func checkedCycle(names []string, services map[string][]string) string {
	if len(names) == 0 {
		return "no cycle: no service is named"
	}
	seen := map[string]bool{}
	for n, name := range names {
		if seen[name] {
			return "no cycle: a service comes twice"
		}
		seen[name] = true
		following, found := names[(n+1)%len(names)], false
		for _, need := range services[name] {
			found = found || need == following
		}
		if !found {
			return "no cycle: " + name + " does not need " + following
		}
	}
	return "a real cycle"
}
