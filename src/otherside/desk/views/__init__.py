"""Pages that compose the others."""
