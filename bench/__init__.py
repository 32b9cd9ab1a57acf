"""The benchmark: made archives of any size, and how fast Verbatim and others answer from them."""
