"""Who is next: parties on no list, by how much public evidence ties them to those that are."""
