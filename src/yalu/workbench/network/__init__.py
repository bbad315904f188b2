"""Parts of the page of the network."""
