package main

import (
	"fmt"
	"strconv"
	"strings"
)

// Page is a page of a list; Next is the cursor of the next one, "" if this is the last.
type Page[T any] struct {
	Items []T
	Next  string
}

// Api stands for the other company's service. Leave this file as it is.
type Api struct {
	Clock          *Clock
	Orders         [][]Order
	Customers      [][]Customer
	Failures       map[string]int // so often will this page fail
	Limit          int            // calls in each window; 0: any number
	WindowMs       int64
	Calls, Refused int
	window         int64
	used           int
}

func NewApi(clock *Clock) *Api {
	return &Api{Clock: clock, Failures: map[string]int{}, WindowMs: 1000, window: -1}
}

// OrdersPage gives a page, or *TooManyCalls or ErrUnavailable.
func (a *Api) OrdersPage(cursor string) (Page[Order], error) {
	return pageOf(a, "orders", a.Orders, cursor)
}

// CustomersPage gives a page, or *TooManyCalls or ErrUnavailable.
func (a *Api) CustomersPage(cursor string) (Page[Customer], error) {
	return pageOf(a, "customers", a.Customers, cursor)
}

func pageOf[T any](a *Api, kind string, pages [][]T, cursor string) (page Page[T], err error) {
	if err := a.admit(); err != nil {
		return page, err
	}
	number := 0
	if cursor != "" {
		if number, err = strconv.Atoi(strings.TrimPrefix(cursor, kind+"-")); err != nil {
			return page, err
		}
	}
	name := fmt.Sprintf("%s-%d", kind, number)
	if a.Failures[name] > 0 {
		a.Failures[name]--
		return page, ErrUnavailable
	}
	if number < len(pages) {
		page.Items = pages[number]
	}
	if number+1 < len(pages) {
		page.Next = fmt.Sprintf("%s-%d", kind, number+1)
	}
	return page, nil
}

func (a *Api) admit() error {
	now := a.Clock.NowMs()
	if now/a.WindowMs != a.window {
		a.window, a.used = now/a.WindowMs, 0
	}
	if a.Limit > 0 && a.used >= a.Limit {
		a.Refused++
		return &TooManyCalls{(a.window+1)*a.WindowMs - now}
	}
	a.used++
	a.Calls++
	return nil
}
