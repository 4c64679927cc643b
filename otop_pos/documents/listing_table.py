"""A listing's columns and rows on paper: figures as wide as they need, texts share the rest."""

from dataclasses import replace

from otop_pos.documents.block import Text
from otop_pos.documents.sheet import Style
from otop_pos.documents.table import Column, head_row
from otop_pos.documents.table import Row as TableRow
from otop_pos.documents.thai_text import text_width
from otop_pos.domain.listing import Heading, Kind, Listing, Row
from otop_pos.domain.listing_text import cell_text

_SIZE, _HEAD_SIZE = 8.8, 8.0
_GAP, _ROW_PADDING = 6.0, 3.0
_LEAST_SHARE = 33.0
"""Points per share of a text column below which the paper lies rather."""
_MEASURED = 400
"""Rows looked at for a width: the widest figure is among the totals, or nearly always early."""


def least_width(listing: Listing, language: str) -> float:
    """Points that the table needs to be read with ease."""
    texts = sum(heading.share for heading in listing.headings if heading.kind is Kind.TEXT) * _LEAST_SHARE
    figures = sum(_width(listing, number, language) for number in _figures(listing))
    return texts + figures + _GAP * (len(listing.headings) - 1) + 2 * _ROW_PADDING


def columns_of(listing: Listing, language: str, inner: float) -> tuple[Column, ...]:
    figures = {number: _width(listing, number, language) for number in _figures(listing)}
    shares = sum(heading.share for heading in listing.headings if heading.kind is Kind.TEXT) or 1
    left = inner - 2 * _ROW_PADDING - _GAP * (len(listing.headings) - 1) - sum(figures.values())
    return tuple(
        Column(
            heading.title.said(language),
            figures.get(number, left * heading.share / shares),
            "right" if heading.kind.is_number else "left",
        )
        for number, heading in enumerate(listing.headings)
    )


def table_head(columns: tuple[Column, ...]) -> TableRow:
    return replace(head_row(columns), padding=_ROW_PADDING, gap=_GAP)


def table_row(listing: Listing, row: Row, columns: tuple[Column, ...], style: Style, language: str) -> TableRow:
    """A long name takes two lines, no more: the list stays a list."""
    cells = []
    for cell, heading in zip(row, listing.headings, strict=True):
        is_silent = cell is None and row is listing.totals
        text = "" if is_silent else cell_text(cell, heading.kind, language)
        cells.append(text if heading.kind is not Kind.TEXT else Text(text, style, most=2))
    return TableRow(columns, cells, style, padding=_ROW_PADDING, gap=_GAP)


def _figures(listing: Listing) -> list[int]:
    return [number for number, heading in enumerate(listing.headings) if heading.kind is not Kind.TEXT]


def _width(listing: Listing, number: int, language: str) -> float:
    heading: Heading = listing.headings[number]
    cells = [row[number] for row in (*listing.rows[:_MEASURED], *([listing.totals] if listing.totals else []))]
    texts = {cell_text(cell, heading.kind, language) for cell in cells}
    widest = max((text_width(text, "semibold", _SIZE) for text in texts), default=0.0)
    head = text_width(heading.title.said(language), "semibold", _HEAD_SIZE)
    return max(widest, min(head, 74.0), 28.0) + 2
