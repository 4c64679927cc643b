"""Where a Thai line may end: after a word, which no space marks."""

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from otop_pos.documents.thai_text import ELLIPSIS, clean, shorten, text_width
from otop_pos.documents.typeface import EM, Weight, measure, shape

_RUNS = re.compile(r" +|[\u0e00-\u0e7f]+|[^ \u0e00-\u0e7f]+")
_HYPHENS = re.compile(r"(?<=[^\W\d][-/])(?=[^\W\d])")
_THAI = re.compile("[\u0e00-\u0e7f]")
_NEVER_FIRST = re.compile(r"[\u00a0)\]}”’,.;:!?%ๆฯ…/]|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e30\u0e32\u0e33\u0e45]")
_NEVER_LAST = re.compile(r"[\u00a0(\[{“‘฿#]$|(^|[ .])[ก-ฮ]{1,2}\.$")
"""Opening marks, and the abbreviations of an address or a date: ต. อ. จ. ถ. พ.ศ."""


@lru_cache(maxsize=4096)
def break_lines(text: str, weight: Weight, size: float, width: float, most: int = 0) -> tuple[str, ...]:
    """The text in lines no wider than `width` points; at most `most` of them (0: any number).

    Broken at spaces and between Thai words; a word wider than the line is broken between clusters, so that
    no mark ever leaves its consonant. What does not fit into the last line ends in an ellipsis. An empty
    text is one empty line.
    """
    text = clean(text)
    room = width * EM / size
    if measure(text, weight) <= room:
        return (text,)
    starts, lines = zip(*_lines(text, weight, room), strict=True)
    if most and len(lines) > most:
        return (*lines[: most - 1], shorten(text[starts[most - 1] :], weight, size, width))
    return lines


def pack_lines(facts: Sequence[str], weight: Weight, size: float, width: float, most: int = 0) -> tuple[str, ...]:
    """Short facts in as few lines as hold them, ' · ' between those on one line; a fact is only broken where
    it is wider than a line alone. At most `most` lines (0: any number): what is left out shows as an ellipsis."""
    rows: list[str] = []
    for fact in facts:
        joined = f"{rows[-1]} · {fact}" if rows else fact
        if rows and text_width(joined, weight, size) <= width:
            rows[-1] = joined
        else:
            rows.append(fact)
    lines: list[str] = []
    for row in rows:
        if most and len(lines) == most:
            lines[-1] = shorten(f"{lines[-1].removesuffix(ELLIPSIS)}{ELLIPSIS}", weight, size, width)
            break
        lines += break_lines(row, weight, size, width, most - len(lines) if most else 0)
    return tuple(lines)


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str, ...]:
    """What may not be broken, spaces on their own: 'ผ้าคลุมไหล่ (ฝ้าย)' → 'ผ้าคลุมไหล่', ' ', '(ฝ้าย)'."""
    parts: list[str] = []
    for part in _raw_pieces(text):
        glued = parts and not parts[-1].isspace() and (_NEVER_FIRST.match(part) or _NEVER_LAST.search(parts[-1]))
        if glued:
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts)


def _lines(text: str, weight: Weight, room: float) -> Iterator[tuple[int, str]]:
    """(where it starts in the text, the line)."""
    start, line, used = 0, "", 0
    for part in _narrow_pieces(text, weight, room):
        wide = measure(part, weight)
        if used + wide > room and line and not part.isspace():
            yield start, line.rstrip(" ·")  # a separator separates nothing at the end of a line
            start, line, used = start + len(line), "", 0
        line, used = line + part, used + wide
    yield start, line.rstrip()


def _narrow_pieces(text: str, weight: Weight, room: float) -> Iterator[str]:
    for piece in pieces(text):
        if measure(piece, weight) > room and not piece.isspace():
            yield from _cut(piece, weight, room)
        else:
            yield piece


def _cut(piece: str, weight: Weight, room: float) -> list[str]:
    """A piece wider than a line, cut between clusters into parts that fit; at least one cluster in each."""
    lines, used = [""], 0
    for cluster in shape(piece, weight):
        if lines[-1] and used + cluster.advance > room:
            lines.append("")
            used = 0
        lines[-1] += cluster.text
        used += cluster.advance
    return lines


def _raw_pieces(text: str) -> Iterator[str]:
    for run in _RUNS.findall(text):
        if _THAI.match(run):
            yield from _thai_words(run)
        elif run.isspace():
            yield run
        else:
            yield from _HYPHENS.split(run)


def _thai_words(run: str) -> list[str]:
    # Else PyThaiNLP makes a folder in the user's home when imported, and a till without one cannot print.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.tokenize.newmm import segment

    return segment(run)
