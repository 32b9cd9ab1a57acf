"""What the role that serves the web may do, and what the database refuses it."""
