"""What the customer's display tells of a product while nothing is being sold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A product, who made it and where. The texts are the maker's own words and may be empty."""

    product_th: str
    product_en: str
    maker_th: str
    maker_en: str
    place_th: str
    place_en: str
    stars: int = 0
    text_th: str = ""
    text_en: str = ""
