"""From evidence to a designation: which ground the evidence meets, and what it still lacks."""
