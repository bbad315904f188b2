"""What ships did, by rules over their positions: expressions that run on DuckDB, and on Spark."""
