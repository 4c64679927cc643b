"""products.csv: each product that the package names, as it stood."""

from dataclasses import dataclass
from typing import Annotated

from otop_pos.domain.product import Category
from otop_pos.domain.quantity import Unit
from otop_pos.sync import kind as kinds
from otop_pos.sync.column import Boolean, Date, Id, Integer, Money, Text
from otop_pos.sync.table import Reference, Table


@dataclass(frozen=True, slots=True)
class ProductSnapshot:
    sku: Id
    name_th: Text
    name_en: Text | None
    category: Annotated[str, kinds.choice(*Category)]
    unit: Annotated[str, kinds.choice(*Unit)]
    vat_code: Id
    price: Annotated[Money, "of one whole unit, VAT included"]
    stars: Integer = 0
    standard: Text | None = None
    restricted: Boolean = False
    active: Boolean = True
    version: Integer = 1
    valid_from: Date | None = None


PRODUCTS = Table("products", ProductSnapshot, key=("sku",), references=(Reference(("vat_code",), "vat_codes"),))
