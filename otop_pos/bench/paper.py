"""Figures of paper: our shaped, searchable pages beside ReportLab drawing the same bare."""

import io
import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from otop_pos.bench.making import some_basket
from otop_pos.bench.measure import Figure, Goal, Unmeasured, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import BenchShop, bench_shop, shop_copy
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.label import LotLabel
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import Sale
from otop_pos.domain.shop import Till
from otop_pos.services.shop import read_shop

LINES, LABELS, LABELS_PER_LOT = 20, 1_000, 10
_MM = 72 / 25.4


def receipt(scale: Scale) -> Figure:
    """A 20-line slip, Thai shaped and searchable; every slip with other names and figures."""
    goal = Goal("receipt PDF", f"{LINES} lines, Thai shaped and searchable", target=3)
    with shop_copy(scale.products, 0) as shop:
        head = shop.database.run(read_shop, shop.today)
        ours, floor = _new_sales(shop), _new_sales(shop)
        return compare(
            goal,
            lambda: receipt_pdf(next(ours), head, Till("CM01")),
            lambda: _bare_receipt(next(floor)),
            rounds=scale.rounds,
        )


def labels(scale: Scale) -> Figure:
    """A thousand labels of a hundred lots on A4 sheets of 3 × 8; every delivery with other lots."""
    goal = Goal("labels", f"{LABELS:,} of {LABELS // LABELS_PER_LOT} lots on A4 3×8", target=2)
    with bench_shop(scale.products, 0) as shop:
        head = shop.database.run(read_shop, shop.today)
    ours, floor = _new_labels(), _new_labels()
    return compare(
        goal,
        lambda: lot_labels_pdf(next(ours), head, "a4-3x8"),
        lambda: _bare_labels(next(floor)),
        rounds=max(scale.rounds // 10, 3),
    )


def slip_raster(_scale: Scale) -> Unmeasured:
    return Unmeasured("slip raster", "there is no receipt printer driver yet; slips reach the printer as PDF")


def _new_sales(shop: BenchShop) -> Iterator[Sale]:
    """Made before the clock starts: one sale, its names and figures changed for each slip."""
    sale = shop.sell(some_basket(shop.offers, random.Random(7), LINES))
    for number in count(1):
        lines = tuple(
            replace(
                line,
                name_th=f"{line.name_th} แบบ {number}-{line.line_no}",
                producer_name=f"{line.producer_name} หมู่ {number}",
                lot_codes=(lot_code(number * LINES + line.line_no),),
                net=line.net + number,
            )
            for line in sale.lines
        )
        yield replace(sale, doc_no=f"CM01-1-69{number:07d}", lines=lines, net=sale.net + number * LINES)


def _new_labels() -> Iterator[list[LotLabel]]:
    for delivery in count(1):
        yield [_label(delivery, lot) for lot in range(LABELS // LABELS_PER_LOT) for _piece in range(LABELS_PER_LOT)]


def _label(delivery: int, lot: int) -> LotLabel:
    return LotLabel(
        lot_code=lot_code(delivery * LABELS + lot),
        name_th=f"ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม แบบ {delivery}-{lot}",
        name_en=f"Indigo shawl {delivery}-{lot}",
        price=89_000 + delivery * LABELS + lot,
        unit=Unit.PIECE,
        producer_name=f"กลุ่มทอผ้าบ้านตาล {delivery}",
        place="ต.บ้านตาล อ.ฮอด",
        stars=5,
        made_on=None,
        expires_on=None,
        batch=f"K-{delivery}",
        standard="มผช. 17/2546",
    )


def _bare_receipt(sale: Sale) -> bytes:
    """The lines' texts and amounts, unshaped, and the number's bars: no frame, no totals, no text layer."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(80 * _MM, 400 * _MM))
    canvas.setFont(_font(), 9)
    for number, line in enumerate(sale.lines):
        top = 390 * _MM - number * 30
        canvas.drawString(10, top, line.name_th)
        canvas.drawString(10, top - 10, f"{line.producer_name} {' '.join(line.lot_codes)}")
        canvas.drawString(10, top - 20, f"{line.qty / 1000:g} × {format_baht(line.unit_price)}")
        canvas.drawRightString(210, top, format_baht(line.net))
    canvas.save()
    return buffer.getvalue()


def _bare_labels(wanted: list[LotLabel]) -> bytes:
    """The same texts and bars on each label, unshaped and not fitted."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(210 * _MM, 297 * _MM))
    for number, label in enumerate(wanted):
        if number and number % 24 == 0:
            canvas.showPage()
        x, y = (number % 3) * 70 * _MM, 297 * _MM - (number % 24 // 3 + 1) * 37 * _MM
        _bare_bars(canvas, label.lot_code, x + 10, y + 10)
        canvas.setFont(_font(), 8)
        maker = f"{label.producer_name} · {label.place}"
        texts = (label.name_th, label.name_en, format_baht(label.price), maker, label.batch, label.standard)
        for row, text in enumerate(texts):
            canvas.drawString(x + 10, y + 100 - row * 10, text)
        canvas.drawString(x + 10, y, label.lot_code)
    canvas.save()
    return buffer.getvalue()


def _bare_bars(canvas: object, code: str, x: float, y: float) -> None:
    from barcode import EAN13

    path = canvas.beginPath()  # type: ignore[attr-defined]
    for number, bit in enumerate(EAN13(code).build()[0]):
        if bit in "1G":
            path.rect(x + number * 0.33 * _MM, y, 0.33 * _MM, 12 * _MM)
    canvas.drawPath(path, stroke=0, fill=1)  # type: ignore[attr-defined]


def _font() -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = "FloorSarabun"
    if name not in pdfmetrics.getRegisteredFontNames():
        import fontpkg_sarabun

        pdfmetrics.registerFont(TTFont(name, fontpkg_sarabun.ROOT / "files" / "Sarabun-Regular.ttf"))
    return name
