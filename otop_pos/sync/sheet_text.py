"""Texts in a spreadsheet's cells, which must never be calculated."""

import re
from typing import Any

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What an XML file cannot hold."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 32_767
"""Characters that a cell holds."""


def put_text(cell: Any, text: str) -> Any:
    """The text as text, also '=1+1' and '+66 81': marked so that it stays one when somebody edits it."""
    cell.value = _UNWRITABLE.sub("", text)[:LONGEST]
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True
    return cell
