"""What all reading pages share: who may read, strict filters, cursors. Knows dates alone."""
