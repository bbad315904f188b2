"""Work that takes longer than a request: queued, leased by a worker, told in figures, cancelled, kept."""

from yalu.jobs.job import Job, State
from yalu.jobs.queue import Jobs

__all__ = ["Job", "Jobs", "State"]
