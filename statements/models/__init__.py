"""What was said: topics, exchanges, documents and statements."""

from actors.history import tracked_links
from statements.models.addresses import FormerExchangeAddress, FormerTopicAddress
from statements.models.attribution import Addressee, Attribution
from statements.models.document import Document
from statements.models.editorial import EditorialStatus
from statements.models.exchange import Call, Exchange, Meeting
from statements.models.import_id import ExchangeImportId, TopicImportId
from statements.models.notice import Notice, Retraction
from statements.models.participation import Participation
from statements.models.readout import Readout
from statements.models.remarks import Correction, StatementLink, Translation
from statements.models.snapshot import Snapshot
from statements.models.statement import Statement
from statements.models.topic import Topic
from statements.models.unresolved import UnresolvedName
from statements.models.verdict import Verdict
from statements.models.verification import FailedCheck, SnapshotSeal, VerificationRun
from statements.models.word import Word

tracked_links(Exchange, "topics")
tracked_links(Statement, "topics")

__all__ = [
    "Addressee",
    "Attribution",
    "Call",
    "Correction",
    "Document",
    "EditorialStatus",
    "Exchange",
    "ExchangeImportId",
    "FailedCheck",
    "FormerExchangeAddress",
    "FormerTopicAddress",
    "Meeting",
    "Notice",
    "Participation",
    "Readout",
    "Retraction",
    "Snapshot",
    "SnapshotSeal",
    "Statement",
    "StatementLink",
    "Topic",
    "TopicImportId",
    "Translation",
    "UnresolvedName",
    "Verdict",
    "VerificationRun",
    "Word",
]
