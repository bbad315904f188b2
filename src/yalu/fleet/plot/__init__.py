"""What is drawn of ships: the coast, a projection, thinned tracks, last positions; nothing from elsewhere."""
