"""The 1718 Committee's list of designated vessels."""
