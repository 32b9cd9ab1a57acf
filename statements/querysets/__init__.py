"""Questions about what was said, as querysets: one module for each sort of record."""
