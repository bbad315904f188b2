"""What the pages of documents show: the text with what is known in it marked, and the form that cites it."""
