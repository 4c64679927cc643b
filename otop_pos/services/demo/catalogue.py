"""Reads the demo catalogue (resources/demo) into producers, goods and the terms they are sold under."""

import csv
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from otop_pos.domain.agreement import (
    Agreement,
    AgreementRate,
    Bearer,
    PayoutCycle,
    Rate,
    RateBase,
    RateMethod,
    TaxMode,
)
from otop_pos.domain.money import parse_baht
from otop_pos.domain.place import Place
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.product import Category, Product
from otop_pos.domain.quantity import ONE, Unit
from otop_pos.domain.vat import VatClass
from otop_pos.paths import RESOURCES

_FOLDER = RESOURCES / "demo"


@dataclass(frozen=True, slots=True)
class DemoGoods:
    """A product of the catalogue. `producer_code` names its maker until both have ids.

    `first_delivery` is in thousandths; 0: laid on the shelf before it was received, as happens.
    `own_rate` None: the maker's usual share.
    """

    product: Product
    producer_code: str
    first_delivery: int
    own_rate: Rate | None = None


@dataclass(frozen=True, slots=True)
class DemoMaker:
    """A producer and its terms; the agreement gets its producer, products and first day when signed."""

    producer: Producer
    agreement: Agreement


def read_makers(folder: Path = _FOLDER) -> tuple[DemoMaker, ...]:
    """All producers by code. Place names come from the place code; some makers tell a story."""
    stories = {row["code"]: row for row in _rows(folder / "stories.csv")}
    return tuple(
        DemoMaker(_with_story(_producer(row), stories.get(row["code"], {})), _agreement(row))
        for row in _rows(folder / "producers.csv")
    )


def read_goods(folder: Path = _FOLDER) -> tuple[DemoGoods, ...]:
    """All products by sku, without ids."""
    return tuple(
        DemoGoods(_product(row), row["producer"], int(row["first_delivery"]) * ONE, _own_rate(row))
        for row in _rows(folder / "products.csv")
    )


def place_of(code: str) -> Place:
    """Names and postcode of a tambon's six-digit code. Raises KeyError when there is none."""
    import geothai

    found = geothai.address(code)
    if found is None:
        raise KeyError(code)
    return Place(
        code=code,
        tambon_th=found.subdistrict.name_th,
        amphoe_th=found.district.name_th,
        province_th=found.province.name_th,
        tambon_en=_capitalised(found.subdistrict.name_en),
        amphoe_en=_capitalised(found.district.name_en),
        province_en=found.province.name_en,
        postcode=found.subdistrict.postal_codes[0],
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _capitalised(name: str) -> str:
    """The source writes 'Ban tan' beside 'Ban Tan'."""
    return " ".join(word.capitalize() for word in name.split())


def _producer(row: dict[str, str]) -> Producer:
    return Producer(
        code=row["code"],
        name_th=row["name_th"],
        name_en=row["name_en"],
        kind=ProducerKind(row["kind"]),
        place=place_of(row["place_code"]),
        address=row["address"],
        phone=row["phone"],
        line_id=row["line_id"],
        tax_id=row["tax_id"],
        vat_registered=row["vat_registered"] == "yes",
        otop_no=row["otop_no"],
        stars=int(row["stars"]),
    )


def _with_story(producer: Producer, row: dict[str, str]) -> Producer:
    return replace(producer, story_th=row.get("story_th", ""), story_en=row.get("story_en", ""))


def _agreement(row: dict[str, str]) -> Agreement:
    base = RateBase(row["rate_base"])
    rates = [AgreementRate(_percent(row["share"], base))]
    for each in row["category_shares"].split():
        category, _colon, share = each.partition(":")
        rates.append(AgreementRate(_percent(share, base), category=Category(category)))
    return Agreement(
        producer_id=0,
        valid_from=date.min,
        rates=tuple(rates),
        term_days=int(row["term_days"]),
        hold_days=int(row["hold_days"]),
        wht_rule=row["wht_rule"],
        cycle=PayoutCycle(row["payout_cycle"]),
        min_payout=parse_baht(row["min_payout"]),
        loss_policy=Bearer(row["loss_bearer"]),
        discount_policy=Bearer(row["discount_bearer"]),
        tax_mode=TaxMode(row["tax_mode"]),
    )


def _percent(text: str, base: RateBase) -> Rate:
    # Two decimals in both: what reads baht as satang reads percent as basis points.
    return Rate(RateMethod.PERCENT, basis_points=parse_baht(text), base=base)


def _product(row: dict[str, str]) -> Product:
    return Product(
        sku=row["sku"],
        name_th=row["name_th"],
        name_en=row["name_en"],
        category=Category(row["category"]),
        unit=Unit(row["unit"]),
        vat_class=VatClass(row["vat_class"]),
        price=parse_baht(row["price"]),
        codes=(row["code"],) if row["code"] else (),
        shelf_life_days=int(row["shelf_life_days"]) if row["shelf_life_days"] else None,
        stars=int(row["stars"]),
        standard=row["standard"],
        restricted=row["restricted"] == "yes",
    )


def _own_rate(row: dict[str, str]) -> Rate | None:
    if row["fixed_due"]:
        return Rate(RateMethod.FIXED_DUE, amount=parse_baht(row["fixed_due"]))
    if row["least_due"]:
        # The maker's usual 25 %, but never less than the silver in it is worth.
        return Rate(RateMethod.PERCENT_MIN, basis_points=2500, amount=parse_baht(row["least_due"]))
    return None
