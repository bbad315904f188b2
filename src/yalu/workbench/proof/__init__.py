"""What the page of a statement shows: its place in the archived document, its clocks, what rests on it."""
