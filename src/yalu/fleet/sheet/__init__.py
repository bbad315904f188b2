"""The inspection sheet: what is known of one ship on a day, on one page, as typed data."""
