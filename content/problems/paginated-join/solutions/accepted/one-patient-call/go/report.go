package main

import "errors"

// Build gives one row for each order, with the name of its customer. The error is ErrUnavailable.
func Build(api *Api, clock *Clock) (Report, error) {
	p := endless(clock)
	orders, err := allOrders(api, p)
	if err != nil {
		return Report{}, err
	}
	names := map[string]string{}
	err = everything(p, api.CustomersPage, func(customer Customer) { names[customer.ID] = customer.Name })
	if err != nil && !errors.Is(err, ErrUnavailable) {
		return Report{}, err
	}
	return Report{joined(orders, names), err == nil}, nil
}

// BuildSparing does the same, asking only for the customers that are needed. The error is ErrUnavailable.
func BuildSparing(api *Api, clock *Clock) (Report, error) {
	p := endless(clock)
	orders, err := allOrders(api, p)
	if err != nil {
		return Report{}, err
	}
	names, complete := map[string]string{}, true
	for _, batch := range batches(api, orders, names) {
		if err := ask(api, p, batch, names); errors.Is(err, ErrUnavailable) {
			complete = false
		} else if err != nil {
			return Report{}, err
		}
	}
	return Report{joined(orders, names), complete}, nil
}

// BuildSlice gives as much of the report as can be had until then.
func BuildSlice(api *Api, clock *Clock, untilMs int64, resume string) (Slice, error) {
	p := patience{clock, untilMs}
	slice, names := Slice{Resume: resume}, map[string]string{}
	for {
		next, err := finishPage(api, p, &slice, names)
		if errors.Is(err, errOutOfTime) || errors.Is(err, ErrUnavailable) {
			return slice, nil
		}
		if err != nil {
			return slice, err
		}
		slice.Resume = next
		if next == "" {
			slice.Finished = true
			return slice, nil
		}
	}
}

// finishPage adds the rows of the page at which the slice is, and gives the cursor of the next one.
func finishPage(api *Api, p patience, slice *Slice, names map[string]string) (next string, err error) {
	page, err := patient(p, func() (Page[Order], error) { return api.OrdersPage(slice.Resume) })
	if err != nil {
		return "", err
	}
	for _, batch := range batches(api, page.Items, names) {
		if err := ask(api, p, batch, names); err != nil {
			return "", err
		}
	}
	slice.Rows = append(slice.Rows, joined(page.Items, names)...)
	return page.Next, nil
}

// allOrders has each order once, although it may come again when others were added while we read.
func allOrders(api *Api, p patience) ([]Order, error) {
	orders, seen := []Order{}, map[string]bool{}
	err := everything(p, api.OrdersPage, func(order Order) {
		if !seen[order.ID] {
			seen[order.ID] = true
			orders = append(orders, order)
		}
	})
	return orders, err
}

// batches has the customers to ask for, each once, in full batches.
func batches(api *Api, orders []Order, names map[string]string) [][]string {
	cut, asked := [][]string{}, map[string]bool{}
	for _, order := range orders {
		id := order.Customer
		if _, known := names[id]; known || asked[id] {
			continue
		}
		asked[id] = true
		if len(cut) == 0 || len(cut[len(cut)-1]) == api.BatchMax {
			cut = append(cut, nil)
		}
		cut[len(cut)-1] = append(cut[len(cut)-1], id)
	}
	return cut
}

func ask(api *Api, p patience, batch []string, names map[string]string) error {
	found, err := patient(p, func() ([]Customer, error) { return api.CustomersByID(batch) })
	if err != nil {
		return err
	}
	for _, id := range batch {
		names[id] = "?"
	}
	for _, customer := range found {
		names[customer.ID] = customer.Name
	}
	return nil
}

func joined(orders []Order, names map[string]string) []Row {
	rows := []Row{}
	for _, order := range orders {
		name, known := names[order.Customer]
		if !known {
			name = "?"
		}
		rows = append(rows, Row{order.ID, name, order.Cents})
	}
	return rows
}
