"""The style guide: each component with an example of made-up records that are never saved."""
