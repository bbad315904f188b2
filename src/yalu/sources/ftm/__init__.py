"""Files of FollowTheMoney that a user brings: entities as JSON lines, or statements."""
