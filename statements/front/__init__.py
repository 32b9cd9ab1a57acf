"""What the front page tells: what was held last, what is to come, what is new, who was in touch."""
