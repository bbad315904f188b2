"""The casebook: the regime's own facts, read through the same intake as any list."""
