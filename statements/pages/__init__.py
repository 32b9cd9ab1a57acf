"""The pages on what was said: one module for each object."""
