"""What can be merged, and by which rules: actors, topics and exchanges."""

from statements.merging import actors, exchanges, topics

__all__ = ["actors", "exchanges", "topics"]
