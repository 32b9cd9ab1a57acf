"""Dossiers: what the archive holds on an actor, and on two: figures, pictures and words."""
