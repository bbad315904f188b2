"""What authorities reported of ships that they inspected: a journal that grows, a line an entry."""
