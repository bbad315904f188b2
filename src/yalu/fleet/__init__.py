"""Ships: which stand on a list, which are named, what each did, and who may inspect them."""
