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
# A record has all the values that are given of these.
EVERY = frozenset({"actor"})
