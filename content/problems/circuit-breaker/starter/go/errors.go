package main

import "errors"

var (
	// ErrRemoteDown: the carrier did not answer.
	ErrRemoteDown = errors.New("remote down")
	// ErrBadParcel: the carrier answered that there is no such parcel.
	ErrBadParcel = errors.New("bad parcel")
	// ErrNotAsked: the carrier was not asked, because it is known to be down. Nothing returns this yet.
	ErrNotAsked = errors.New("not asked")
)
