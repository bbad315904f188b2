"""What the page of a party is made of: each module one section, out of what the day shows of the party."""
