"""What templates show again and again on a page: pictures do, too, and stand below."""

from drawing.shown import Shown

__all__ = ["Shown"]
