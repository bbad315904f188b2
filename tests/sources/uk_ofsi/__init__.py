"""The UK's consolidated list, ConList.csv."""
