package main

// Build gives one row for each order, with the name of its customer. The error is ErrUnavailable.
func Build(api *Api, clock *Clock) (Report, error) {
	customers, err := api.CustomersPage("")
	if err != nil {
		return Report{}, err
	}
	names := map[string]string{}
	for _, customer := range customers.Items {
		names[customer.ID] = customer.Name
	}
	orders, err := api.OrdersPage("")
	if err != nil {
		return Report{}, err
	}
	report := Report{Complete: true}
	for _, order := range orders.Items {
		name, known := names[order.Customer]
		if !known {
			name = "?"
		}
		report.Rows = append(report.Rows, Row{order.ID, name, order.Cents})
	}
	return report, nil
}
