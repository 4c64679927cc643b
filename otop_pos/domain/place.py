"""Where a maker lives: tambon, amphoe, province, with the official place code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """`code` has 2, 4 or 6 digits (province, amphoe, tambon). Names are without ต./อ./จ."""

    code: str = ""
    tambon_th: str = ""
    amphoe_th: str = ""
    province_th: str = ""
    tambon_en: str = ""
    amphoe_en: str = ""
    province_en: str = ""
    postcode: str = ""

    @property
    def short_th(self) -> str:
        """'ต.บ้านตาล อ.ฮอด'; in Bangkok 'แขวง… เขต…'."""
        tambon, amphoe = ("แขวง", "เขต") if self.code.startswith("10") else ("ต.", "อ.")
        return _joined((tambon, self.tambon_th), (amphoe, self.amphoe_th))

    @property
    def full_th(self) -> str:
        bangkok = self.code.startswith("10")
        province = self.province_th if bangkok else f"จ.{self.province_th}"
        return " ".join(part for part in (self.short_th, self.province_th and province, self.postcode) if part)

    @property
    def short_en(self) -> str:
        return ", ".join(part for part in (self.tambon_en, self.amphoe_en) if part)

    @property
    def full_en(self) -> str:
        places = ", ".join(part for part in (self.tambon_en, self.amphoe_en, self.province_en) if part)
        return f"{places} {self.postcode}".strip()


def _joined(*parts: tuple[str, str]) -> str:
    return " ".join(prefix + name for prefix, name in parts if name)
