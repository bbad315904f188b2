"""What ships send about themselves (AIS): read, set apart what cannot be right, kept by day."""
