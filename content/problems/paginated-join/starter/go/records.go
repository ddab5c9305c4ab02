package main

// Order is an order; Customer is the customer's id.
type Order struct {
	ID, Customer string
	Cents        int
}

type Customer struct{ ID, Name string }

type Row struct {
	Order, Name string
	Cents       int
}

type Report struct {
	Rows     []Row
	Complete bool
}
