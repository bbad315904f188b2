"""A user's own watch list: a table whose columns the user names."""
