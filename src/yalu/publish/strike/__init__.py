"""The files of a plan for a day: cover, calendar, checklist, and the archive of packages."""
