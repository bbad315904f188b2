"""The evidence of a day as entities of FollowTheMoney, and what that format cannot hold."""
