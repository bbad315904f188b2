"""One module for each kind of job, with its ``KIND``."""
