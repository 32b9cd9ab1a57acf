"""What the page of a quotation shows: matches with the public records that they are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from statements.models import Document, Statement, Translation
from statements.quoting import negations
from statements.quoting.alignment import Kind
from statements.quoting.marking import Mark, kept_back, marked
from statements.quoting.verdicts import Match, Verdict, Where, per_cent
from statements.quoting.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Answer:
    """A match with the quotation, and the records: statements in the order of their source."""

    quotation: Words
    match: Match
    statements: list[Statement]
    translation: Translation | None
    document: Document | None

    @property
    def marks(self) -> list[Mark]:
        """The passage with its differences marked; of a source what readers may see of it."""
        runs = marked(self.quotation, self.match)
        if not self.document or self.document.shows_whole_copy:
            return runs
        return kept_back(runs, [statement.text for statement in self.statements])

    @property
    def original(self) -> Statement | None:
        """The statement of which the one that matches is a rendering, if readers may see it."""
        only = self.statements[0] if len(self.statements) == 1 else None
        return getattr(only, "translation_of", None)

    @property
    def name(self) -> str:
        """What the verdict is called: that of a translation or a source has a name of its own."""
        if self.match.where is Where.SOURCE:
            return "source"
        if self.translation or self.original:
            return "translation"
        return "altered" if self.lacks_a_negation else self.match.verdict.value

    @property
    def lacks_a_negation(self) -> bool:
        """Whether all that is quoted stands there, but an ellipsis leaves out a “not”."""
        return self.match.verdict is Verdict.EXACT and bool(self.negations_left_out)

    @property
    def similarity(self) -> float:
        """The share of words in common, from 0 to 1, for which a “not” left out differs too."""
        return self.match.alike_without(self.match.excess + len(self.negations_left_out))

    @property
    def per_cent(self) -> int:
        """The similarity in hundredths."""
        return per_cent(self.similarity)

    @property
    def runs_on(self) -> bool:
        """Whether the quotation goes on in the source, beyond its one statement."""
        return bool(self.document) and self.name in {"exact", "altered"}

    @property
    def language(self) -> str:
        """The language tag of the passage."""
        text = self.translation or self.document or self.statements[0]
        return text.language

    @property
    def quoted_alone(self) -> int:
        """How many words the quotation alone has, those that stand elsewhere left out."""
        return self.match.alignment.count(Kind.QUOTED) - self.match.alignment.moved

    @property
    def source_alone(self) -> int:
        """How many words the passage alone has, those that stand elsewhere left out."""
        return self.match.alignment.count(Kind.SOURCE) - self.match.alignment.moved

    @property
    def left_out(self) -> int:
        """How many words an ellipsis stands for."""
        return self.match.alignment.count(Kind.LEFT_OUT)

    @property
    def is_cut_together(self) -> bool:
        """Whether nothing differs, but more words are left out than are quoted."""
        return self.match.alignment.is_exact and bool(self.match.excess)

    @property
    def negations(self) -> list[str]:
        """The words of negation in which the quotation and the passage differ."""
        return negations.differing(self.quotation, self.match, self.language)

    @property
    def negations_left_out(self) -> list[str]:
        """The words of negation among the few that an ellipsis leaves out."""
        return negations.left_out(self.match, self.language)

    @property
    def speakers(self) -> list[str]:
        """The names of those who speak, in the order of their first words."""
        speaking: list[Statement] = []
        for statement in self.statements:
            if not any(_is_one_speaker(statement, other) for other in speaking):
                speaking.append(statement)
        return [_name(statement) for statement in speaking]

    @property
    def retracted(self) -> str:
        """Whether what carries the words was taken back: `all` of it, `some`, or nothing."""
        carriers: Sequence[Statement | Document | None] = self.statements or [self.document]
        taken_back = [bool(one and one.is_retracted) for one in carriers]
        return "all" if all(taken_back) else "some" if any(taken_back) else ""


def answers(quotation: Words, matches: Sequence[Match]) -> list[Answer]:
    """Give the matches with their records, in few queries; what readers may not see is left out.

    Of texts that are equally alike, those come first that were not taken back.
    """
    statements = _statements(matches)
    translations = _translations(matches)
    documents = _documents(matches)
    found = [
        Answer(
            quotation,
            match,
            [
                statements[piece.statement]
                for piece in match.pieces
                if piece.statement in statements
            ],
            translations.get(match.translation or 0),
            documents.get(match.document or 0),
        )
        for match in matches
    ]
    whole = (answer for answer in found if _is_whole(answer))
    return sorted(whole, key=lambda answer: (-answer.similarity, bool(answer.retracted)))


def _is_one_speaker(one: Statement, other: Statement) -> bool:
    """Tell whether one person says both; who is not identified is known by the name as printed.

    “Vladimir Putin” is taken for the same as “President of Russia Vladimir Putin”.
    """
    if one.speaker and other.speaker:
        return one.speaker == other.speaker
    name, other_name = (set(words_of(_name(statement)).keys) for statement in (one, other))
    return name <= other_name or other_name <= name


def _name(statement: Statement) -> str:
    return statement.speaker.name if statement.speaker else statement.speaker_as_printed


def _is_whole(answer: Answer) -> bool:
    """Tell whether nothing of the match was deleted or taken from readers meanwhile."""
    match = answer.match
    return (
        len(answer.statements) == len(match.pieces)
        and bool(match.translation) == bool(answer.translation)
        and bool(match.document) == bool(answer.document)
    )


def _statements(matches: Sequence[Match]) -> dict[int, Statement]:
    public = Statement.objects.public()
    # A list does without the anchor and without what a statement renders.
    listed = public.for_list().defer(None).defer("search", "anchor_exact")
    listed = listed.prefetch_related(Prefetch("translation_of", queryset=public.defer("search")))
    return listed.in_bulk({piece.statement for match in matches for piece in match.pieces})


def _translations(matches: Sequence[Match]) -> dict[int, Translation]:
    wanted = {match.translation for match in matches} - {None}
    return Translation.objects.defer("search", "text").in_bulk(wanted) if wanted else {}


def _documents(matches: Sequence[Match]) -> dict[int, Document]:
    wanted = {match.document for match in matches} - {None}
    public = Document.objects.public().select_related("publisher")
    return public.in_bulk(wanted) if wanted else {}
