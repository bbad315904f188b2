"""What the pages of ships share: the register and the sea of a day, the map, its time bar, the events."""
