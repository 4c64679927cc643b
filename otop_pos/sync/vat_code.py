"""vat_codes.csv: the VAT classes and their rates on the day."""

from dataclasses import dataclass

from otop_pos.sync.column import Date, Id, Integer, Rate, Text
from otop_pos.sync.table import Table


@dataclass(frozen=True, slots=True)
class VatCode:
    vat_code: Id
    name: Text
    rate: Rate
    version: Integer = 1
    valid_from: Date | None = None


VAT_CODES = Table("vat_codes", VatCode, key=("vat_code",))
