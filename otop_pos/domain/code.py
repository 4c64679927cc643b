"""Codes of shops, tills, people, makers and goods: what every paper, number and file can hold."""

import re

from otop_pos.domain.errors import BadCode

LONGEST_CODE = 20
LONGEST_OWNER_CODE = 6
"""Of a shop or till: the longest number made with it, CM01-1-R690000012, then has 20 places at most."""

_CODE = re.compile("[A-Za-z0-9-]+")


def code_of(text: str, longest: int = LONGEST_CODE) -> str:
    """The text in capitals. Refuses BadCode: anything but A–Z, 0–9 and hyphens, nothing, or too much."""
    code = text.strip(" ")
    if not _CODE.fullmatch(code) or len(code) > longest:
        raise BadCode(text, longest)
    return code.upper()
