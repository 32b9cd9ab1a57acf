"""What templates show again and again on a page."""


class Shown:
    """Something whose attributes can be had as items too, as a template looks for them first.

    A list shows thousands; the exception that there is no such item took a quarter of its time.
    """

    __slots__ = ()
    __getitem__ = object.__getattribute__
    # Items by number would make it look like a sequence.
    __iter__ = None
