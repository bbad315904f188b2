"""The entry that a party would have on each list, in that list's own layout."""
