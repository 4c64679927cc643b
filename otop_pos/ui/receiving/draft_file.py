"""Deliveries begun, kept as files beside the papers: a power cut in the middle of a count costs nothing."""

import json
import logging
from collections.abc import Iterator
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from otop_pos.devices.paper_folder import keep_paper
from otop_pos.domain.errors import FolderUnwritable, Refusal
from otop_pos.domain.receiving import DeliveryLine
from otop_pos.services.producer import find_producers, read_agreement
from otop_pos.services.product import find_products
from otop_pos.ui.backend import Runs
from otop_pos.ui.receiving.draft import Draft, DraftLine

log = logging.getLogger(__name__)

FOLDER = "begun"
MOST_PRODUCTS = 1000


def write_draft(draft: Draft, papers: Path) -> None:
    """One file per maker, replaced whole. Refuses FolderUnwritable."""
    lines = [{"sku": line.product.sku, **asdict(line.goods)} for line in draft.lines]
    content = {"producer": draft.producer.code, "key": str(draft.key), "lines": lines}
    text = json.dumps(content, ensure_ascii=False, indent=1, default=_written)
    keep_paper(papers / FOLDER, f"{draft.producer.code}.json", text.encode())


def forget_draft(producer_code: str, papers: Path) -> None:
    """Posted, or given up: there is nothing left to go on with. Refuses FolderUnwritable."""
    folder = papers / FOLDER
    try:
        (folder / f"{producer_code}.json").unlink(missing_ok=True)
    except OSError as error:
        raise FolderUnwritable(str(folder), error.strerror or str(error)) from error


def read_drafts(database: Runs, papers: Path, today: date) -> tuple[Draft, ...]:
    """The deliveries begun before the program ended; a file that cannot be read is left where it is."""
    return tuple(draft for path in sorted((papers / FOLDER).glob("*.json")) for draft in _drafts(database, path, today))


def _drafts(database: Runs, path: Path, today: date) -> Iterator[Draft]:
    try:
        yield _draft(database, json.loads(path.read_text(encoding="utf-8")), today)
    except (OSError, ValueError, LookupError, TypeError, Refusal):
        log.warning("%s is not a delivery that can be gone on with", path, exc_info=True)


def _draft(database: Runs, content: dict[str, Any], today: date) -> Draft:
    code = content["producer"]
    producer = {each.code: each for each in database.run(find_producers, code)}[code]
    agreement = database.run(read_agreement, producer.id, today)
    found = database.run(find_products, "", producer_id=producer.id, limit=MOST_PRODUCTS)
    products = {product.sku: product for product in found}
    lines = tuple(DraftLine(products[each["sku"]], _goods(each, products[each["sku"]].id)) for each in content["lines"])
    return Draft(producer, agreement, lines, UUID(content["key"]))


def _goods(values: dict[str, Any], product_id: int) -> DeliveryLine:
    """A file of an earlier version may lack what has come since."""
    known = {each.name: values[each.name] for each in fields(DeliveryLine) if each.name in values}
    days = {name: date.fromisoformat(values[name]) for name in ("made_on", "expires_on") if values[name]}
    photo = {"photo_id": UUID(values["photo_id"])} if values.get("photo_id") else {}
    return DeliveryLine(**{**known, **days, **photo, "product_id": product_id})


def _written(value: date | UUID) -> str:
    return str(value) if isinstance(value, UUID) else value.isoformat()
