"""OFAC's list of Specially Designated Nationals, in the three CSV files that the Treasury publishes."""
