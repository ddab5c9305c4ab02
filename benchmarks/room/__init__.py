"""The room in two real browsers."""
