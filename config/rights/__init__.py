"""What the role that serves the web may do with the database: everything but change history."""
