"""Which passages of the sides say the same."""
