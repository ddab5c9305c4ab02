package main

import "errors"

// Refused says that the transfer is not made, for a reason that the client can read.
type Refused struct{ Reason string }

func (r Refused) Error() string { return "refused: " + r.Reason }

// ErrStoreDown says that the database did not take the row. Nothing of it was written.
var ErrStoreDown = errors.New("the store is down")
