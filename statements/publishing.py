"""What stands against publishing a record, and which step may follow which. Pure.

The database is asked for the codes (`EditorialQuerySet.with_blockers`), by the functions that its
own triggers call: there is one answer for the desk and for raw SQL. Here stand the words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

DRAFT, IN_REVIEW, PUBLISHED, RETRACTED = "draft", "in_review", "published", "retracted"

# Readers have seen none of it.
IN_HAND: Final = (DRAFT, IN_REVIEW)

# What readers saw does not go out of sight: it is retracted, and stays with the reason. What they
# never saw cannot be taken back. A retraction that was an error is undone by publishing again.
STEPS: Final = {
    DRAFT: (IN_REVIEW, PUBLISHED),
    IN_REVIEW: (DRAFT, PUBLISHED),
    PUBLISHED: (RETRACTED,),
    RETRACTED: (PUBLISHED,),
}

# Why a step that is not there is not there.
SEEN: Final = "Readers have seen it: it can be retracted, and is no draft any more."
UNSEEN: Final = "Readers have not seen it: there is nothing to retract."


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something that stands against publishing, and what to do about it.

    `field` is the field or part of the record's page where it is mended. What is `on_source` is
    mended on the page of the statement's document instead; what `is_final` no reason overrides.
    """

    code: str
    says: str
    mend: str
    field: str = ""
    on_source: bool = False
    is_final: bool = False


NO_COPY = "Paste its text, as it stands there, on the page of the document."
SAY_WHO = "Choose who is meant; a name that nobody has can be entered as a new actor."

BLOCKERS: Final = {
    one.code: one
    for one in (
        Blocker("no_words", "It has no words.", "Write the text.", "text", is_final=True),
        Blocker("no_source", "No copy of its source is kept.", NO_COPY, on_source=True),
        Blocker(
            "not_verbatim",
            "The kept copy of its source does not hold these words.",
            "Quote as it stands there, or choose another type of quotation.",
            "text",
        ),
        Blocker(
            "speaker_unresolved", "It is not known who is meant by the speaker.", SAY_WHO, "speaker"
        ),
        Blocker(
            "date_missing",
            "The date is missing.",
            "Give it as precisely as it is known: a month, such as 2022-02, will do.",
            "date",
        ),
        Blocker(
            "source_unpublished",
            "Its source is not published: readers could not see where the words stand.",
            "Publish the document before it, or together with it.",
            on_source=True,
        ),
        Blocker(
            "source_retracted",
            "Its source was retracted.",
            "Quote another source.",
            "document",
        ),
        Blocker(
            "nobody",
            "Nobody is entered as taking part.",
            "Enter who took part.",
            "participations",
        ),
        Blocker(
            "participants_unresolved",
            "It is not known who is meant by a participant.",
            SAY_WHO,
            "participations",
        ),
        Blocker(
            "publisher_unresolved",
            "It is not known who is meant by the publisher.",
            SAY_WHO,
            "publisher",
        ),
        Blocker("no_copy", "No copy of its text is kept.", NO_COPY, "source_text"),
    )
}


def blockers_of(codes: Iterable[str], *, source_goes_along: bool = False) -> list[Blocker]:
    """Give the blockers of a record by their codes.

    What is published together with its source does not wait for it.
    """
    settled = {"source_unpublished"} if source_goes_along else set()
    return [BLOCKERS[code] for code in codes if code not in settled]


def steps_from(status: str | None, *, publishes: bool) -> list[str]:
    """Give the statuses that may follow, for somebody who publishes or not; None is a new record.

    The status itself comes first.
    """
    following = (status, *STEPS[status]) if status else (DRAFT, IN_REVIEW, PUBLISHED)
    return [step for step in following if publishes or step in IN_HAND]
