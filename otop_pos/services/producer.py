"""Producers and the agreements they signed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import count

from sqlalchemy import func, insert, or_, select
from sqlalchemy.orm import Session

from otop_pos.db.models import AgreementRateRow, AgreementRow, LotRow, ProducerRow
from otop_pos.db.query import query
from otop_pos.domain.agreement import Agreement, AgreementRate, Rate
from otop_pos.domain.code import code_of
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import AgreementOverlaps, AlreadyExists, Missing, NoAgreement, NotFound
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer
from otop_pos.domain.right import Right
from otop_pos.domain.search import fold, search_text
from otop_pos.domain.shop import User
from otop_pos.i18n import _
from otop_pos.services.permission import needs

_FIELDS = (
    "code",
    "name_th",
    "name_en",
    "kind",
    "address",
    "phone",
    "line_id",
    "tax_id",
    "vat_registered",
    "otop_no",
    "stars",
    "active",
    "story_th",
    "story_en",
)
_PLACE_FIELDS = ("tambon_th", "amphoe_th", "province_th", "tambon_en", "amphoe_en", "province_en", "postcode")
_AGREEMENT_FIELDS = (
    "producer_id",
    "version",
    "valid_from",
    "valid_to",
    "term_days",
    "grace_days",
    "end_action",
    "hold_days",
    "cycle",
    "min_payout",
    "loss_policy",
    "discount_policy",
    "tax_mode",
    "wht_rule",
    "number",
)


@needs(Right.KEEP_PRODUCER)
def register_producer(session: Session, producer: Producer, *, user: User, at: datetime) -> Producer:
    """A new producer with its id. Refuses Missing, AlreadyExists (codes are never used again), BadCode,
    Unwritable."""
    return add_producer(session, producer)


def add_producer(session: Session, producer: Producer) -> Producer:
    """Without asking who does it: for the set-up. Refuses as `register_producer`."""
    producer = clean(producer)
    for field, value in ((_("code"), producer.code), (_("name"), producer.name_th)):
        if not value:
            raise Missing(field)
    producer = replace(producer, code=code_of(producer.code))
    if session.execute(select(ProducerRow.id).where(ProducerRow.code == producer.code)).first():
        raise AlreadyExists(_("Producer"), producer.code)
    row = ProducerRow(**producer_columns(producer))
    session.add(row)
    session.flush()
    return producer_of(row)


def add_producers(session: Session, producers: Sequence[Producer]) -> None:
    """Many at once, already checked: codes are new and unique, names are there. Refuses Unwritable."""
    rows = [producer_columns(clean(producer)) for producer in producers]
    if rows:
        session.execute(insert(ProducerRow.metadata.tables["producer"]), rows)


@query
def find_producers(session: Session, text: str, limit: int = 50) -> tuple[Producer, ...]:
    """Any part of a name or the code; all by code when nothing is typed."""
    rows = session.scalars(
        select(ProducerRow)
        .where(ProducerRow.active, ProducerRow.search.contains(fold(text), autoescape=True))
        .order_by(ProducerRow.code)
        .limit(limit)
    )
    return tuple(producer_of(row) for row in rows)


@query
def read_producer(session: Session, producer_id: int) -> Producer:
    """Refuses NotFound."""
    row = session.get(ProducerRow, producer_id)
    if row is None:
        raise NotFound(_("Producer"), str(producer_id))
    return producer_of(row)


@query
def next_producer_code(session: Session, shop_code: str) -> str:
    """CM-0043: one more than the highest number ever given with the shop's letters."""
    return next(next_producer_codes(session, shop_code))


def next_producer_codes(session: Session, shop_code: str) -> Iterator[str]:
    """The next codes, as many as are wanted."""
    codes = session.scalars(select(ProducerRow.code).where(ProducerRow.code.startswith(f"{shop_code}-")))
    numbers = [int(code.rpartition("-")[2]) for code in codes if code.rpartition("-")[2].isdigit()]
    return (f"{shop_code}-{number:04d}" for number in count(max(numbers, default=0) + 1))


@needs(Right.SIGN_AGREEMENT)
def sign_agreement(session: Session, agreement: Agreement, *, user: User, at: datetime) -> Agreement:
    """A new version of the producer's terms, which ends the one before it on the day before.

    Refuses Missing (no default rate), AgreementOverlaps (not later than a version that goods came under,
    or dated before an older one). Goods already received keep the terms they came under.
    """
    return add_agreement(session, agreement)


def add_agreement(session: Session, agreement: Agreement) -> Agreement:
    """Without asking who does it: for the set-up. Refuses as `sign_agreement`."""
    if not any(each.category is None and each.product_id is None for each in agreement.rates):
        raise Missing(_("share of the centre"))
    last = session.scalars(
        select(AgreementRow)
        .where(AgreementRow.producer_id == agreement.producer_id)
        .order_by(AgreementRow.version.desc())
    ).first()
    if last is not None:
        _end_before(session, last, agreement)
    row = AgreementRow(**_agreement_columns(agreement, last.version + 1 if last else 1))
    session.add(row)
    session.flush()
    for each in agreement.rates:
        session.add(_rate_row(row.id, each))
    return replace(agreement, id=row.id, version=row.version)


@query
def read_agreement(session: Session, producer_id: int, on: date) -> Agreement:
    """The version in force on a day. Refuses NoAgreement."""
    row = session.scalars(
        select(AgreementRow)
        .where(
            AgreementRow.producer_id == producer_id,
            AgreementRow.valid_from <= on,
            or_(AgreementRow.valid_to.is_(None), AgreementRow.valid_to >= on),
        )
        .order_by(AgreementRow.version.desc())
    ).first()
    if row is None:
        producer = session.get(ProducerRow, producer_id)
        raise NoAgreement(producer.name_th if producer else str(producer_id))
    return agreements_of(session, [row])[row.id]


def agreements_of(session: Session, rows: list[AgreementRow]) -> dict[int, Agreement]:
    """Values of agreement rows with their rates, by id; one query for all rates."""
    rates: dict[int, list[AgreementRate]] = {row.id: [] for row in rows}
    for each in session.scalars(
        select(AgreementRateRow).where(AgreementRateRow.agreement_id.in_(rates)).order_by(AgreementRateRow.id)
    ):
        rate = Rate(each.method, each.basis_points, each.amount, each.base)
        rates[each.agreement_id].append(AgreementRate(rate, each.category, each.product_id))
    return {row.id: _agreement(row, tuple(rates[row.id])) for row in rows}


def producer_of(row: ProducerRow) -> Producer:
    place = Place(
        row.place_code,
        row.tambon_th,
        row.amphoe_th,
        row.province_th,
        row.tambon_en,
        row.amphoe_en,
        row.province_en,
        row.postcode,
    )
    return Producer(
        code=row.code,
        name_th=row.name_th,
        name_en=row.name_en,
        kind=row.kind,
        place=place,
        address=row.address,
        phone=row.phone,
        line_id=row.line_id,
        tax_id=row.tax_id,
        vat_registered=row.vat_registered,
        otop_no=row.otop_no,
        stars=row.stars,
        active=row.active,
        id=row.id,
        story_th=row.story_th,
        story_en=row.story_en,
    )


def producer_columns(producer: Producer) -> dict[str, object]:
    """What is stored of a producer, with what it is found by."""
    place = producer.place
    values = {name: getattr(producer, name) for name in _FIELDS} | {
        name: getattr(place, name) for name in _PLACE_FIELDS
    }
    search = search_text(producer.code, producer.name_th, producer.name_en, place.tambon_th)
    return {**values, "place_code": place.code, "search": search}


def _end_before(session: Session, last: AgreementRow, agreement: Agreement) -> None:
    if last.valid_to is not None and last.valid_to < agreement.valid_from:
        return
    came_later = session.execute(
        select(func.count()).where(LotRow.agreement_id == last.id, LotRow.received_on >= agreement.valid_from)
    ).scalar_one()
    if last.valid_from >= agreement.valid_from or came_later:
        producer = session.get_one(ProducerRow, agreement.producer_id)
        raise AgreementOverlaps(producer.name_th)
    last.valid_to = date.fromordinal(agreement.valid_from.toordinal() - 1)


def _agreement_columns(agreement: Agreement, version: int) -> dict[str, object]:
    return {**{name: getattr(agreement, name) for name in _AGREEMENT_FIELDS}, "version": version}


def _rate_row(agreement_id: int, each: AgreementRate) -> AgreementRateRow:
    return AgreementRateRow(
        agreement_id=agreement_id,
        category=each.category,
        product_id=each.product_id,
        method=each.rate.method,
        basis_points=each.rate.basis_points,
        amount=each.rate.amount,
        base=each.rate.base,
    )


def _agreement(row: AgreementRow, rates: tuple[AgreementRate, ...]) -> Agreement:
    return Agreement(id=row.id, rates=rates, **{name: getattr(row, name) for name in _AGREEMENT_FIELDS})
