"""Tables: columns declared once, rows of texts or blocks, a line under each row."""

from collections.abc import Sequence
from dataclasses import dataclass

from otop_pos.documents.block import Block, Columns, Figure, Stack, Text
from otop_pos.documents.palette import HEAD, INK_2, LINE, Colour
from otop_pos.documents.paper_language import PaperLanguage
from otop_pos.documents.sheet import Align, Sheet, Style

_HEAD_STYLE = Style(8, "semibold", INK_2)


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in points, 0 shares what the others leave. `english` stands below the head on papers in two
    languages."""

    head: str
    width: float = 0.0
    align: Align = "left"
    english: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; its cells are a text in the row's style or any block. What stands at the right is
    a figure and stays on one line."""

    columns: Sequence[Column]
    cells: Sequence[str | Block]
    style: Style
    padding: float = 4.0
    fill: Colour | None = None
    line: Colour | None = LINE
    gap: float = 5.0

    def height(self, width: float) -> float:
        return self._cells.height(width - 2 * self.padding) + 2 * self.padding

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        height = self.height(width)
        if self.fill:
            sheet.box(x, y, width, height, self.fill)
        if self.line:
            sheet.line((x, y + height), (x + width, y + height), self.line)
        self._cells.draw(sheet, x + self.padding, y + self.padding, width - 2 * self.padding)

    @property
    def _cells(self) -> Columns:
        blocks = [self._block(cell, column) for cell, column in zip(self.cells, self.columns, strict=True)]
        return Columns(blocks, [column.width for column in self.columns], self.gap)

    def _block(self, cell: str | Block, column: Column) -> Block:
        if not isinstance(cell, str):
            return cell
        return Figure(cell, self.style) if column.align == "right" else Text(cell, self.style, column.align)


def head_row(columns: Sequence[Column], style: Style = _HEAD_STYLE, language: PaperLanguage = "th") -> Row:
    if language == "th":
        return Row(columns, [column.head for column in columns], style, fill=HEAD)
    return Row(columns, [_both_heads(column, style) for column in columns], style, fill=HEAD)


def _both_heads(column: Column, style: Style) -> Block:
    english = Style(6.8, colour=INK_2, leading=1.3)
    if column.align == "right":
        return Stack((Figure(column.head, style), Figure(column.english, english)))
    return Stack((Text(column.head, style, column.align), Text(column.english, english, column.align)))
