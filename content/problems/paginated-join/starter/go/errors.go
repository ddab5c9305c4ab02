package main

import (
	"errors"
	"fmt"
)

// TooManyCalls says that the service refuses for now; ask again after RetryAfterMs.
type TooManyCalls struct{ RetryAfterMs int64 }

func (t *TooManyCalls) Error() string { return fmt.Sprintf("ask again in %d ms", t.RetryAfterMs) }

// ErrUnavailable says that the service did not answer.
var ErrUnavailable = errors.New("the service did not answer")
