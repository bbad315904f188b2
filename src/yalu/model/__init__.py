"""What every part of Yalu shares: dates, clocks, statements, findings, sections."""
