"""The prefixes of the search boxes, each with the filter that it stands for."""

STATEMENT_PREFIXES = {
    "speaker": "speaker",
    "with": "counterpart",
    "counterpart": "counterpart",
    "topic": "topic",
    "from": "from",
    "to": "to",
    "in": "language",
    "language": "language",
    "kind": "kind",
    "type": "type",
    "publisher": "publisher",
    "country": "country",
}
EXCHANGE_PREFIXES = {
    "with": "actor",
    "actor": "actor",
    "topic": "topic",
    "from": "from",
    "to": "to",
    "kind": "kind",
    "status": "status",
    "country": "country",
}
# Prefixes of one list alone, by what the other one says of them.
OF_STATEMENTS = dict.fromkeys(STATEMENT_PREFIXES.keys() - EXCHANGE_PREFIXES, "statements")
OF_EXCHANGES = dict.fromkeys(EXCHANGE_PREFIXES.keys() - STATEMENT_PREFIXES, "exchanges")
# A record has all the values that are given of these.
EVERY = frozenset({"actor"})

# For the page that explains them: prefixes with the same meaning, and what stands behind them.
SAID_OF_PREFIXES = (
    (
        ("speaker",),
        "Who said it: any name of theirs in full, or their surname if nobody shares it.",
    ),
    (
        ("with", "counterpart"),
        "With whom they spoke, or to whom it was said. For exchanges: who took part.",
    ),
    (("actor",), "Who took part, for exchanges. Several: all of them did."),
    (("topic",), "A topic by its name or another one, with the topics below it."),
    (
        ("from", "to"),
        "A day, a month or a year: 2022-02-21, 2022-02 or 2022. Both ends are included.",
    ),
    (
        ("in", "language"),
        "The language of the statement, by its code or its English name: fr or french.",
    ),
    (("kind",), "The kind of exchange: call, meeting, visit and so on."),
    (("type",), "How close a statement is to what was said: direct, mixed, indirect or readout."),
    (("status",), "What became of an exchange: held, planned, proposed or cancelled."),
    (("publisher",), "Who published the source."),
    (("country",), "A country that it concerns or that the people come from, by code or name."),
)
