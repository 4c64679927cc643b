"""The embedded font is a font: another reader opens it and finds each cluster as one glyph."""

import io
import struct
import subprocess
import sys

from PIL import ImageFont

from otop_pos.documents.font_program import build_program, glyph_count
from otop_pos.documents.typeface import face, shape


def tables(program: bytes) -> dict[str, bytes]:
    count = struct.unpack(">H", program[4:6])[0]
    found = {}
    for index in range(count):
        tag, _checksum, offset, length = struct.unpack(">4sIII", program[12 + 16 * index : 28 + 16 * index])
        found[tag.decode()] = program[offset : offset + length]
    return found


def test_freetype_opens_it() -> None:
    program = build_program(face("regular"), {1, 2, 3}, shape("น้ำ", "regular"))
    assert ImageFont.truetype(io.BytesIO(program), 20).getmetrics() == (22, 5)


def test_composites_follow_the_original_glyphs_with_the_width_of_their_cluster() -> None:
    clusters = shape("ปั้น", "regular")
    found = tables(build_program(face("regular"), set(), clusters))
    total = struct.unpack(">H", found["maxp"][4:6])[0]
    assert total == glyph_count(face("regular")) + len(clusters)
    advance, _left = struct.unpack(">Hh", found["hmtx"][4 * (total - 2) : 4 * (total - 1)])
    assert advance == clusters[0].width
    offsets = struct.unpack(f">{total + 1}I", found["loca"])
    composite = found["glyf"][offsets[total - 2] : offsets[total - 1]]
    assert struct.unpack(">h", composite[:2]) == (-1,)
    parts = [struct.unpack(">Hhh", composite[12 + 8 * part : 18 + 8 * part]) for part in range(3)]
    assert tuple(parts) == clusters[0].parts


def test_only_what_is_used_is_embedded() -> None:
    whole = face("regular").file.stat().st_size
    assert len(build_program(face("regular"), {432}, ())) < whole / 5


def test_nothing_heavy_is_loaded_before_the_first_paper() -> None:
    """A till must start at once: the libraries of paper come with the first paper."""
    code = (
        "import sys, otop_pos.documents.receipt_pdf, otop_pos.documents.label_pdf, otop_pos.documents.grn_pdf, "
        "otop_pos.documents.daily_summary_pdf\n"
        "sys.stdout.write(' '.join({'reportlab', 'pythainlp', 'uharfbuzz', 'barcode', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
