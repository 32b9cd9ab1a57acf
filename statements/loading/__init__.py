"""Reading bundles into the archive: `load` is all that others need."""

from statements.loading.importing import load
from statements.loading.problems import BundleError, BundleRefused, Problem, Problems
from statements.loading.report import Report, Tally

__all__ = ["BundleError", "BundleRefused", "Problem", "Problems", "Report", "Tally", "load"]
