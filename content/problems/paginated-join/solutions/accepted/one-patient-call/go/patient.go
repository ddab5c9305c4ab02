package main

import (
	"errors"
	"math"
)

var pausesMs = []int64{100, 200} // after the first and the second failure

// errOutOfTime says that a wait would end too late.
var errOutOfTime = errors.New("out of time")

// patience waits on a clock, at most until a moment.
type patience struct {
	clock   *Clock
	untilMs int64
}

func endless(clock *Clock) patience { return patience{clock, math.MaxInt64 / 2} }

func (p patience) sleepMs(ms int64) error {
	if p.clock.NowMs()+ms > p.untilMs {
		return errOutOfTime
	}
	p.clock.SleepMs(ms)
	return nil
}

// patient calls until it gets an answer: waits while there are too many calls, and tries three times.
func patient[R any](p patience, call func() (R, error)) (R, error) {
	for failures := 0; ; {
		answer, err := call()
		var refused *TooManyCalls
		var wait error
		switch {
		case errors.As(err, &refused):
			wait = p.sleepMs(refused.RetryAfterMs)
		case errors.Is(err, ErrUnavailable) && failures < len(pausesMs):
			wait = p.sleepMs(pausesMs[failures])
			failures++
		default:
			return answer, err
		}
		if wait != nil {
			return answer, wait
		}
	}
}

// everything reads all pages of a list, in order.
func everything[T any](p patience, pageAt func(cursor string) (Page[T], error), each func(T)) error {
	for cursor := ""; ; {
		page, err := patient(p, func() (Page[T], error) { return pageAt(cursor) })
		if err != nil {
			return err
		}
		for _, item := range page.Items {
			each(item)
		}
		if page.Next == "" {
			return nil
		}
		cursor = page.Next
	}
}
