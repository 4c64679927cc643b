"""A QR code is what a camera reads back."""

import pytest
import zxingcpp
from PIL import Image

from otop_pos.documents.qr_code import qr_modules
from otop_pos.domain.promptpay import promptpay_payload

MARGIN, DOT = 4, 6


@pytest.mark.parametrize(
    "text", ["1", "CM01-1-690000012", promptpay_payload("0994000990995", 107_000), "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม"]
)
def test_a_camera_reads_back_what_was_written(text):
    assert read_back(qr_modules(text)) == text


def test_the_squares_are_a_square():
    modules = qr_modules("OTOP")
    assert {len(row) for row in modules} == {len(modules)}


def read_back(modules: tuple[tuple[bool, ...], ...]) -> str:
    side = (len(modules) + 2 * MARGIN) * DOT
    image = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, is_dark in enumerate(row):
            if is_dark:
                left, top = (x + MARGIN) * DOT, (y + MARGIN) * DOT
                image.paste(0, (left, top, left + DOT, top + DOT))
    (found,) = zxingcpp.read_barcodes(image)
    return found.text
