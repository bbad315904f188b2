"""Where a network breaks: whom to remove, in which order, and how far from the best an answer can be."""
