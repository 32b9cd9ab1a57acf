"""The filters of the lists, as the addresses promise them."""

from statements.filters.documents import DocumentFilters
from statements.filters.exchanges import ExchangeFilters
from statements.filters.statements import StatementFilters

__all__ = ["DocumentFilters", "ExchangeFilters", "StatementFilters"]
