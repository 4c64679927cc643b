"""The size of a JPEG picture, read from its bytes (ITU-T T.81, the frame header)."""

from otop_pos.domain.errors import NotAPicture, PictureTooLarge

LARGEST = 400 * 1024
"""Bytes: what papers and the nightly copy can carry; screens make pictures of half of it."""

_START = b"\xff\xd8\xff"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset((0x01, *range(0xD0, 0xD9)))


def jpeg_size(jpeg: bytes) -> tuple[int, int]:
    """(width, height) in pixels. Refuses NotAPicture, PictureTooLarge."""
    if len(jpeg) > LARGEST:
        raise PictureTooLarge(LARGEST // 1024)
    if not jpeg.startswith(_START):
        raise NotAPicture
    at = 2
    while at + 9 <= len(jpeg) and jpeg[at] == 0xFF:
        marker = jpeg[at + 1]
        if marker in _FRAMES:
            return _checked(int.from_bytes(jpeg[at + 7 : at + 9]), int.from_bytes(jpeg[at + 5 : at + 7]))
        at += _step(jpeg, at, marker)
    raise NotAPicture


def _step(jpeg: bytes, at: int, marker: int) -> int:
    """Fill bytes stand alone, some markers have no length, the rest say theirs."""
    if marker == 0xFF:
        return 1
    return 2 if marker in _BARE else 2 + int.from_bytes(jpeg[at + 2 : at + 4])


def _checked(width: int, height: int) -> tuple[int, int]:
    if not (width and height):
        raise NotAPicture
    return width, height
