"""Imprecise dates: values, model field, form field and filters. Knows nothing of the rest."""
