"""Comparing quotations with the kept copies of their sources, and copies with their seals."""

from statements.verification.settling import check_statements

__all__ = ["check_statements"]
