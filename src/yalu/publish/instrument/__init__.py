"""A draft instrument as Markdown and as a Word document, from the same blocks."""
