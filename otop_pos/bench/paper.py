"""Figures of paper: our shaped, searchable pages beside ReportLab drawing the same bare."""

import io
from collections.abc import Callable
from dataclasses import replace

from otop_pos.bench.measure import Figure, compare
from otop_pos.bench.scale import Scale
from otop_pos.bench.shop import bench_shop
from otop_pos.documents.label_pdf import lot_labels_pdf
from otop_pos.documents.receipt_pdf import receipt_pdf
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.label import LotLabel
from otop_pos.domain.money import format_baht
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import Basket, Sale
from otop_pos.domain.shop import Till
from otop_pos.domain.thai_date import local_date
from otop_pos.services.sale import confirm_sale
from otop_pos.services.shop import read_shop

LINES, LABELS = 20, 1_000
_MM = 72 / 25.4


def receipt(scale: Scale) -> Figure:
    """A 20-line slip, Thai shaped and searchable."""
    shop = bench_shop(scale.products, 0)
    head = shop.database.run(read_shop, local_date(shop.now))
    basket = Basket()
    for offer in shop.offers[:LINES]:
        basket = basket.add(offer, 2000)
    sale = shop.database.run(confirm_sale, basket, (Given(CASH, 10_000_000),), till="CM01", user=shop.user, at=shop.now)
    ours = lambda: receipt_pdf(sale, head, Till("CM01"))  # noqa: E731
    return compare("receipt PDF", f"{LINES} lines, Thai", ours, _bare_receipt(sale), target=3, rounds=scale.rounds)


def labels(scale: Scale) -> Figure:
    """A thousand labels of a hundred lots on A4 sheets of 3 × 8."""
    shop = bench_shop(scale.products, 0)
    head = shop.database.run(read_shop, local_date(shop.now))
    template = LotLabel(
        lot_code=lot_code(1),
        name_th="ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม",
        name_en="Indigo shawl",
        price=89_000,
        unit=Unit.PIECE,
        producer_name="กลุ่มทอผ้าบ้านตาล",
        place="ต.บ้านตาล อ.ฮอด",
        stars=5,
        made_on=None,
        expires_on=None,
        batch="K-5",
        standard="มผช. 17/2546",
    )
    wanted = [replace(template, lot_code=lot_code(1 + number // 10)) for number in range(LABELS)]
    ours = lambda: lot_labels_pdf(wanted, head, "a4-3x8")  # noqa: E731
    floor = _bare_labels(wanted)
    return compare("labels", f"{LABELS:,} on A4 3×8", ours, floor, target=2, rounds=max(scale.rounds // 20, 2))


def _bare_receipt(sale: Sale) -> Callable[[], object]:
    def draw() -> bytes:
        from reportlab.pdfgen.canvas import Canvas

        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(80 * _MM, 400 * _MM))
        canvas.setFont(_font(), 9)
        for number, line in enumerate(sale.lines):
            top = 390 * _MM - number * 30
            canvas.drawString(10, top, line.name_th)
            canvas.drawString(10, top - 10, f"{line.producer_name} {' '.join(line.lot_codes)}")
            canvas.drawRightString(210, top, format_baht(line.net))
        canvas.save()
        return buffer.getvalue()

    return draw


def _bare_labels(wanted: list[LotLabel]) -> Callable[[], object]:
    def draw() -> bytes:
        from reportlab.pdfgen.canvas import Canvas

        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(210 * _MM, 297 * _MM))
        for number, label in enumerate(wanted):
            if number and number % 24 == 0:
                canvas.showPage()
            x, y = (number % 3) * 70 * _MM, 297 * _MM - (number % 24 // 3 + 1) * 37 * _MM
            _bare_bars(canvas, label.lot_code, x + 10, y + 10)
            canvas.setFont(_font(), 8)
            for row, text in enumerate((label.name_th, label.producer_name, format_baht(label.price))):
                canvas.drawString(x + 10, y + 80 - row * 10, text)
        canvas.save()
        return buffer.getvalue()

    return draw


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
