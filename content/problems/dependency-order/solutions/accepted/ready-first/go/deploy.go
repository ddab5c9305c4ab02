package main

import "sort"

// DeployOrder gives all services, each after everything it needs. The error is a *Cycle.
func DeployOrder(services map[string][]string) ([]string, error) {
	all, err := Waves(services, 0)
	if err != nil {
		return nil, err
	}
	order := []string{}
	for _, wave := range all {
		order = append(order, wave...)
	}
	return order, nil
}

// Waves gives waves of at most width services (0: any number), each needing only what went out before.
func Waves(services map[string][]string, width int) ([][]string, error) {
	waitsFor := map[string]map[string]bool{}
	ready := []string{}
	for name, needs := range services {
		waits := map[string]bool{}
		for _, need := range needs {
			if _, ours := services[need]; ours {
				waits[need] = true
			}
		}
		waitsFor[name] = waits
		if len(waits) == 0 {
			ready = append(ready, name)
		}
	}
	users := neededBy(services)
	gone := [][]string{}
	for len(ready) > 0 {
		sort.Strings(ready)
		size := len(ready)
		if width > 0 && width < size {
			size = width
		}
		wave := append([]string{}, ready[:size]...)
		ready = append([]string{}, ready[size:]...)
		for _, name := range wave {
			delete(waitsFor, name)
			for user := range users[name] {
				delete(waitsFor[user], name)
				if len(waitsFor[user]) == 0 {
					ready = append(ready, user)
				}
			}
		}
		gone = append(gone, wave)
	}
	if len(waitsFor) > 0 {
		return nil, &Cycle{circle(waitsFor)}
	}
	return gone, nil
}

// Affected gives what changed and all that needs it, in an order that works. The error is a *Cycle.
func Affected(services map[string][]string, changed []string) ([]string, error) {
	users := neededBy(services)
	part := map[string][]string{}
	reached := map[string]bool{}
	todo := append([]string{}, changed...)
	for len(todo) > 0 {
		name := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if reached[name] {
			continue
		}
		reached[name] = true
		if needs, ours := services[name]; ours {
			part[name] = needs
		}
		for user := range users[name] {
			todo = append(todo, user)
		}
	}
	return DeployOrder(part)
}

func neededBy(services map[string][]string) map[string]map[string]bool {
	users := map[string]map[string]bool{}
	for name, needs := range services {
		for _, need := range needs {
			if users[need] == nil {
				users[need] = map[string]bool{}
			}
			users[need][name] = true
		}
	}
	return users
}

// circle: each of these waits for another of them, so a walk along them must come back to itself.
func circle(waitsFor map[string]map[string]bool) []string {
	name := anyOf(waitsFor)
	walked, place := []string{}, map[string]int{}
	for {
		if start, again := place[name]; again {
			return walked[start:]
		}
		place[name] = len(walked)
		walked = append(walked, name)
		name = anyOf(waitsFor[name])
	}
}

func anyOf[V any](all map[string]V) string {
	for name := range all {
		return name
	}
	return ""
}
