"""Entering an exchange from its source: what a text says of itself, and what is kept of it."""
