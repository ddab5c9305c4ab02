package main

// Zone says that from the UTC minute Since on, local time is UTC plus Offset minutes.
type Zone struct{ Since, Offset int }
