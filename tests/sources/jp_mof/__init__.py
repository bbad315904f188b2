"""Japan's asset-freeze list, xlsx."""
