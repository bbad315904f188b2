"""How a state carries out what the resolutions ask: done, missing or unknown, each with its source."""
