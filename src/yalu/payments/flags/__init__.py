"""Red flags: indicators that advisories name, as rules over one payment or over many."""
