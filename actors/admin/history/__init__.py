"""The desk's pages of history: of one record, across the archive, and of one change."""
