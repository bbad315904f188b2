"""What the pages of labor, travel, Iran and pressure show: typed results of their packages, as tables."""
