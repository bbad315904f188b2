"""Japan's list of persons and entities whose assets are frozen."""
