"""Results of inspections as authorities report them: checked by row, told as theirs, never as a finding."""
