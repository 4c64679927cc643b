"""The label papers there are: size and place of each label on its roll or sheet, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabelTemplate:
    """A page of labels. `left`, `top`: of the first label; `pitch`: from one label to the next; `inset`: what
    stays empty at the sides and at the ends of a label (wide where the sheet has no margin: no office printer
    reaches its edge)."""

    name_th: str
    name_en: str
    page: tuple[float, float]
    label: tuple[float, float]
    inset: tuple[float, float]
    left: float = 0.0
    top: float = 0.0
    pitch: tuple[float, float] = (0.0, 0.0)
    rows: int = 1
    columns: int = 1

    @property
    def per_page(self) -> int:
        return self.rows * self.columns

    def places(self, start: int, count: int) -> Iterator[tuple[int, float, float]]:
        """(page from 0, left, top) of `count` labels; `start` 1 is the first label of the first page."""
        for index in range(start - 1, start - 1 + count):
            page, place = divmod(index, self.per_page)
            row, column = divmod(place, self.columns)
            yield page, self.left + column * self.pitch[0], self.top + row * self.pitch[1]


TEMPLATES = {
    "roll-40x30": LabelTemplate("ม้วน 40×30 มม.", "Roll 40×30 mm", (40, 30), (40, 30), (1.6, 1.2)),
    "roll-50x30": LabelTemplate("ม้วน 50×30 มม.", "Roll 50×30 mm", (50, 30), (50, 30), (2.0, 1.2)),
    "roll-32x25-3": LabelTemplate(
        name_th="ม้วน 32×25 มม. แถวละ 3",
        name_en="Roll 32×25 mm, 3 across",
        page=(100, 25),
        label=(32, 25),
        inset=(1.3, 1.0),
        pitch=(34, 25),
        columns=3,
    ),
    "a4-3x8": LabelTemplate(
        name_th="A4 24 ดวง (70×37 มม.)",
        name_en="A4, 24 of 70×37 mm",
        page=(210, 297),
        label=(70, 37),
        inset=(4.5, 3.2),
        top=0.5,
        pitch=(70, 37),
        rows=8,
        columns=3,
    ),
    "a4-5x13": LabelTemplate(
        name_th="A4 65 ดวง (38×21 มม.)",
        name_en="A4, 65 of 38×21 mm",
        page=(210, 297),
        label=(38.1, 21.2),
        inset=(1.5, 0.9),
        left=4.75,
        top=10.7,
        pitch=(40.6, 21.2),
        rows=13,
        columns=5,
    ),
}
