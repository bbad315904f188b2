"""State what a page of a document says of whom, and decide on the ties that yalu read proposes.

Each citation holds the passage, found in the archived page, and who accepted it, when and why. It is shown
like any other fact, on no day before the document was public. Unverified ones decide nothing.
"""

VERBS = ("add", "list", "accept", "reject")
"""In the order of the overview."""
