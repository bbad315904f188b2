"""The revisions of the table of saved views."""
