"""The queues of the front page, in their order."""

from typing import Final

from statements.admin.front.happened import Happened
from statements.admin.front.names import Names
from statements.admin.front.queue import Queue
from statements.admin.front.quotations import Failing, Gone, Unverified
from statements.admin.front.sides import Sides
from statements.admin.front.work import Drafts, InReview

QUEUES: Final[tuple[Queue, ...]] = (
    Drafts(),
    InReview(),
    Happened(),
    Unverified(),
    Failing(),
    Gone(),
    Names(),
    Sides(),
)
