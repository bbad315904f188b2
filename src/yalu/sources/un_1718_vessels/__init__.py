"""The ships that the UN's 1718 Committee designated."""
