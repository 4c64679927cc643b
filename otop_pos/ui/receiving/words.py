"""What is said about a delivery and its terms, in the language of the screen."""

from collections.abc import Iterator
from datetime import date

from otop_pos.domain.agreement import Agreement
from otop_pos.domain.errors import Missing
from otop_pos.domain.money import format_baht
from otop_pos.domain.producer import PRODUCER_KIND_TH, ProducerKind
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.receiving import Grn
from otop_pos.i18n import _, current_language
from otop_pos.services.label import label_count
from otop_pos.ui.receiving.draft import SOON, Draft, DraftLine, Problem
from otop_pos.ui.receiving.field import FIELD_NAMES
from otop_pos.ui.receiving.standard_words import lapse_warning
from otop_pos.ui.wording import is_thai, place_name, producer_name, product_name, quantity_text, unit_name

MOST_NAMED = 2
"""Products in one sentence; of more the lines themselves say it."""


def kind_name(kind: ProducerKind) -> str:
    english = {
        ProducerKind.COMMUNITY: "Community group",
        ProducerKind.SINGLE_OWNER: "Single owner",
        ProducerKind.SME: "SME",
    }
    return PRODUCER_KIND_TH[kind] if is_thai() else english[kind]


def terms(agreement: Agreement, products: dict[int, str] | None = None) -> tuple[str, ...]:
    """The agreement in plain sentences."""
    from otop_pos.documents.agreement_words import agreement_sentences

    return agreement_sentences(agreement, current_language(), products)


def card_line(draft: Draft) -> str:
    """Place, version and terms of the producer at the desk."""
    agreement = draft.agreement
    version = _("agreement version {version}").format(version=agreement.version)
    if agreement.number:
        version = _("agreement {number}, version {version}").format(number=agreement.number, version=agreement.version)
    parts = (place_name(draft.producer.place), version, *terms(draft.agreement, _product_names(draft)))
    return " · ".join(part for part in parts if part)


def to_read_out(draft: Draft) -> tuple[str, ...]:
    """What the producer must have heard before signing."""
    took = _("The centre takes in {units} units (products: {lines}).").format(
        units=format_quantity(draft.accepted), lines=len(draft.lines)
    )
    due = _("If all of it sells at these prices, you get {amount} baht.").format(amount=format_baht(draft.due))
    return (f"{took} {due}", *terms(draft.agreement, _product_names(draft)))


def rejections(draft: Draft) -> str:
    """'ย่ามฝ้าย 2: ตะเข็บหลุด'; empty when everything is taken in."""
    return " · ".join(_rejection(line) for line in draft.lines if line.goods.rejected)


def rejected_count(draft: Draft) -> str:
    """'2 ชิ้น'; of goods counted in several units the number alone."""
    units = {line.product.unit for line in draft.lines if line.goods.rejected}
    if len(units) != 1:
        return format_quantity(draft.rejected)
    (unit,) = units
    return f"{format_quantity(draft.rejected, unit)} {unit_name(unit)}"


def warnings(draft: Draft, today: date) -> tuple[str, ...]:
    """What deserves a second look but keeps nobody from signing."""
    undated = [product_name(line.product) for line in draft.lines if line.lacks_expiry and line.goods.accepted]
    which = ", ".join(undated) if len(undated) <= MOST_NAMED else _("{count} products").format(count=len(undated))
    missing = (_("Expiry date not typed: {products}").format(products=which),) if undated else ()
    near = (warning for line in draft.lines for warning in _near_end(line, today))
    return (*_lapsing(draft, today), *near, *missing)


def _lapsing(draft: Draft, today: date) -> Iterator[str]:
    """Of the maker, and of goods on the list."""
    names = {line.product.id: product_name(line.product) for line in draft.lines} | {0: producer_name(draft.producer)}
    for standard in draft.standards:
        if standard.product_id in names and (warning := lapse_warning(standard, names[standard.product_id], today)):
            yield warning


def problem_text(problem: Problem, line: DraftLine) -> str:
    """'รายการที่ 2 ย่ามฝ้าย · รับ: …'."""
    if isinstance(problem.refusal, Missing):
        return _("Line {number} {product}: {sentence}").format(
            number=problem.number + 1, product=product_name(line.product), sentence=problem.refusal.sentence
        )
    return _("Line {number} {product} · {field}: {sentence}").format(
        number=problem.number + 1,
        product=product_name(line.product),
        field=FIELD_NAMES[problem.field](),
        sentence=problem.refusal.sentence,
    )


def labels_printed(grn: Grn) -> int:
    return sum(label_count(line) for line in grn.lines)


def _product_names(draft: Draft) -> dict[int, str]:
    return {line.product.id: product_name(line.product) for line in draft.lines}


def _rejection(line: DraftLine) -> str:
    count = quantity_text(line.goods.rejected, line.product.unit)
    reason = line.goods.reject_reason or _("reason not typed")
    return f"{product_name(line.product)} {count}: {reason}"


def _near_end(line: DraftLine, today: date) -> Iterator[str]:
    day = line.goods.expires_on
    if day is not None and today <= day < today + SOON:
        yield _("{product}: expires in {days} days").format(product=product_name(line.product), days=(day - today).days)
