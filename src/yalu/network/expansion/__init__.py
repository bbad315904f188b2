"""From a party to the network around it: shortest paths, points where companies meet, patterns."""
