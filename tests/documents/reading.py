"""Reads a paper back as people and scanners do: its text, its pictures, its barcodes."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import zxingcpp

PRINTER_DPI = 203


def pages(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The text layer of each page, one line per line."""
    return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pypdfium2.PdfDocument(pdf)]


def text(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def squeezed(pdf: bytes) -> str:
    """Without spaces and line ends, for sentences that may be broken anywhere."""
    return "".join(text(pdf).split())


def metadata(pdf: bytes) -> dict[str, str]:
    return dict(pypdfium2.PdfDocument(pdf).get_metadata_dict())


def picture(pdf: bytes, page: int = 0, dpi: float = PRINTER_DPI) -> Any:
    """Grey PIL image of a page."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=dpi / 72).to_pil().convert("L")


def barcodes(pdf: bytes, page: int = 0, dpi: float = PRINTER_DPI) -> list[tuple[str, str]]:
    """(format, text) of every barcode, as the dots of a thermal printer show it: black or white, no grey."""
    dots = picture(pdf, page, dpi).point(lambda grey: 255 if grey > 127 else 0)
    return [(found.format.name, found.text) for found in zxingcpp.read_barcodes(dots)]


def letters_outside(pdf: bytes) -> Iterator[str]:
    """Characters whose ink leaves their page, by more than a hair."""
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        layer = page.get_textpage()
        for index in range(layer.count_chars()):
            left, bottom, right, top = layer.get_charbox(index)
            if min(left, bottom) < -0.1 or right > width + 0.1 or top > height + 0.1:
                yield layer.get_text_range(index, 1)
