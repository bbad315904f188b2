"""Ships: what each hull is and did, what it may not carry, and who may board it where.

VERBS = ("ship", "list", "check", "cargo", "manifest", "boarding", "ais", "events")
