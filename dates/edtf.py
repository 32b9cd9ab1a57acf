"""Imprecise dates as values: reading them, and putting them in words."""

from dates.grammar import EDTFError, parse
from dates.values import MAX_LENGTH, ImpreciseDate, Precision
from dates.wording import for_people

__all__ = ["MAX_LENGTH", "EDTFError", "ImpreciseDate", "Precision", "for_people", "parse"]
