"""The register: one hull over time, whatever it was called, with a source and a day for each fact."""
