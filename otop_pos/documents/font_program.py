"""The embedded font: the glyphs a paper uses, and one composite glyph per shaped Thai cluster.

A vowel sign and its tone mark come out of HarfBuzz as glyphs with places of their own. Drawn one by one
they would have to be moved about on the page, and a reader copying the text would get them in drawing
order, with ำ taken apart. So each cluster becomes one TrueType composite glyph with its parts where
HarfBuzz put them, and the page only ever shows whole clusters.
"""

import struct
from collections.abc import Sequence
from itertools import pairwise

from otop_pos.documents.typeface import Cluster, Face

_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
"""All that PDF asks of an embedded TrueType program (ISO 32000-1, 9.9)."""
_WORDS, _XY, _MORE = 0x0001, 0x0002, 0x0020
"""Composite flags: 16-bit arguments, arguments are offsets, another part follows."""


def glyph_count(face: Face) -> int:
    """Glyph ids of the original; composites are numbered from here."""
    return int(face.hb_face.glyph_count)


def build_program(face: Face, glyphs: set[int], composites: Sequence[Cluster]) -> bytes:
    """A TrueType file with the original ids of `glyphs` kept and `composites` after them, in order."""
    parts = {glyph for cluster in composites for glyph, _x, _y in cluster.parts}
    tables = _subset(face, glyphs | parts)
    outlines = _outlines(tables) + [_composite(face, cluster) for cluster in composites]
    metrics = _metrics(tables) + [struct.pack(">Hh", each.width, _box(face, each)[0]) for each in composites]
    offsets = [0]
    for outline in outlines:
        offsets.append(offsets[-1] + len(outline))
    tables["glyf"] = b"".join(outlines)
    tables["loca"] = struct.pack(f">{len(offsets)}I", *offsets)
    tables["hmtx"] = b"".join(metrics)
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]  # long loca
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", len(outlines))
    tables["maxp"] = _maxp(tables["maxp"], len(outlines))
    return _file(tables)


def _subset(face: Face, glyphs: set[int]) -> dict[str, bytes]:
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    # With the last id in it no id is cut off at the end, so composites can be numbered before.
    wanted.glyph_set.update(glyphs | {0, glyph_count(face) - 1})
    subset = uharfbuzz.subset(face.hb_face, wanted)
    return {tag: bytes(subset.reference_table(tag).data) for tag in _TABLES}


def _outlines(tables: dict[str, bytes]) -> list[bytes]:
    count = _glyph_total(tables)
    long = struct.unpack(">h", tables["head"][50:52])[0]
    offsets = struct.unpack(f">{count + 1}{'I' if long else 'H'}", tables["loca"])
    scale = 1 if long else 2
    return [tables["glyf"][start * scale : end * scale] for start, end in pairwise(offsets)]


def _metrics(tables: dict[str, bytes]) -> list[bytes]:
    """(advance, left side) per glyph; the file may store the last advance only once."""
    count, stored = _glyph_total(tables), struct.unpack(">H", tables["hhea"][34:36])[0]
    data = tables["hmtx"]
    full = [data[4 * index : 4 * index + 4] for index in range(stored)]
    last = full[-1][:2]
    rest = data[4 * stored :]
    return full + [last + rest[2 * index : 2 * index + 2] for index in range(count - stored)]


def _composite(face: Face, cluster: Cluster) -> bytes:
    record = struct.pack(">h4h", -1, *_box(face, cluster))
    for index, (glyph, x, y) in enumerate(cluster.parts):
        more = _MORE if index + 1 < len(cluster.parts) else 0
        record += struct.pack(">HHhh", _WORDS | _XY | more, glyph, x, y)
    return record + b"\0" * (-len(record) % 4)


def _box(face: Face, cluster: Cluster) -> tuple[int, int, int, int]:
    """(left, bottom, right, top) of the ink, in em/1000."""
    boxes = []
    for glyph, x, y in cluster.parts:
        ink = face.hb_font.get_glyph_extents(glyph)
        if ink.width:
            left, top = x + ink.x_bearing, y + ink.y_bearing
            boxes.append((left, top + ink.height, left + ink.width, top))
    if not boxes:
        return 0, 0, 0, 0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _maxp(table: bytes, count: int) -> bytes:
    """numGlyphs, then limits wide enough for any cluster: points, contours, parts and depth of a composite."""
    points, contours, parts, depth = 4000, 400, 40, 3
    table = table[:4] + struct.pack(">H", count) + table[6:]
    table = table[:10] + struct.pack(">HH", points, contours) + table[14:]
    return table[:28] + struct.pack(">HH", parts, depth) + table[32:]


def _glyph_total(tables: dict[str, bytes]) -> int:
    return int(struct.unpack(">H", tables["maxp"][4:6])[0])


def _file(tables: dict[str, bytes]) -> bytes:
    """The sfnt wrapper: a directory of tables with their checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    offset = len(header) + 16 * count
    directory, body = b"", b""
    for tag in sorted(tables):
        padded = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += tag.encode() + struct.pack(">III", checksum, offset + len(body), len(tables[tag]))
        body += padded
    return header + directory + body
