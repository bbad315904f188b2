"""Who lists whom, how fast partners follow, and how states carry out what the United Nations decided."""
