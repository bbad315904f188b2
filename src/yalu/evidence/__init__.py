"""The archive, the copies, the fold into statements, the snapshots, and the view at a date."""
