"""Australia's consolidated list, xlsx."""
