"""Is a network centralized, limited, vulnerable? Measured against chance, with bounds, and left open."""
