"""What the page of search finds: parties by names in any script, numbers and words, counted and filtered."""
