"""Issued papers are kept as values, so that the same paper comes out again whatever is renamed later."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from cattrs.preconf.json import JsonConverter, make_converter
from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import PaperRow
from otop_pos.db.query import query
from otop_pos.domain.errors import NotFound
from otop_pos.domain.invariant import InvariantResult
from otop_pos.domain.shop import Shop
from otop_pos.i18n import _

T = TypeVar("T")
_LONGEST_KIND = 20


@dataclass(frozen=True, slots=True)
class Issued(Generic[T]):
    """What stands on a paper, and the shop as it was when the paper was issued."""

    value: T
    shop: Shop


def keep_paper(session: Session, doc_no: str, document_id: UUID, value: Any, shop: Shop, *, at: datetime) -> str:
    """The hash of what is kept: the value, a frozen dataclass, and its shop, for ever."""
    content = paper_text(value, shop)
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    session.add(
        PaperRow(
            doc_no=doc_no,
            kind=kind_of(type(value)),
            document_id=document_id,
            at=at,
            content=content,
            sha256=sha256,
        )
    )
    session.flush()
    return sha256


def kind_of(kind: type) -> str:
    """The word under which papers of a value are kept, no longer than its column."""
    return kind.__name__.lower()[:_LONGEST_KIND]


def paper_text(value: Any, shop: Shop) -> str:
    """The same text for the same value, always: it is what the hash is of."""
    converter = _converter()
    kept = {"value": converter.unstructure(value), "shop": converter.unstructure(shop)}
    return converter.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@query
def read_paper(session: Session, doc_no: str, kind: type[T]) -> Issued[T]:
    """As issued. Refuses NotFound."""
    row = session.get(PaperRow, doc_no)
    if row is None or row.kind != kind_of(kind):
        raise NotFound(_("Paper"), doc_no)
    converter = _converter()
    kept = converter.loads(row.content, dict[str, Any])
    return Issued(converter.structure(kept["value"], kind), converter.structure(kept["shop"], Shop))


def check_papers(session: Session) -> InvariantResult:
    """Every kept paper still has the hash it was issued with."""
    rows = session.execute(select(PaperRow.doc_no, PaperRow.content, PaperRow.sha256)).all()
    changed = [row.doc_no for row in rows if hashlib.sha256(row.content.encode()).hexdigest() != row.sha256]
    sentence = "an issued paper says what it said when it was issued"
    return InvariantResult("papers unchanged", sentence, len(rows), len(changed), tuple(changed[:5]))


def _converter() -> JsonConverter:
    converter = make_converter()
    converter.register_unstructure_hook(UUID, str)
    converter.register_structure_hook(UUID, lambda text, _type: UUID(text))
    return converter
