"""The grammar of payment QR codes: tag, length, value, and a check sum over the whole text.

EMV QR Code Specification for Payment Systems, merchant-presented mode, and the Thai QR standard on it.
"""

from binascii import crc_hqx
from collections.abc import Mapping

from otop_pos.domain.errors import UnreadableCode

_HEAD = 4
_CRC_LENGTH = 4


def field(tag: str, value: str) -> str:
    """('58', 'TH') → '5802TH'. An empty value makes no field."""
    if len(value) > 99:
        raise ValueError(f"tag {tag}: {len(value)} characters do not fit into two digits")
    return f"{tag}{len(value):02d}{value}" if value else ""


def crc16(text: str) -> str:
    """CRC-16 (polynomial 0x1021, start 0xFFFF, not reflected) as four upper-case hex digits."""
    return f"{crc_hqx(text.encode(), 0xFFFF):04X}"


def with_crc(text: str, tag: str) -> str:
    """The text with its check sum as the last field; the sum covers the field's own head too."""
    covered = f"{text}{tag}{_CRC_LENGTH:02d}"
    return covered + crc16(covered)


def read_fields(text: str) -> dict[str, str]:
    """{tag: value} in any order. Refuses UnreadableCode when lengths and text do not fit together."""
    fields, at = {}, 0
    while at < len(text):
        head = text[at : at + _HEAD]
        if len(head) < _HEAD or not (head.isascii() and head.isdigit()):
            raise UnreadableCode(text)
        end = at + _HEAD + int(head[2:])
        if end > len(text) or head[:2] in fields:
            raise UnreadableCode(text)
        fields[head[:2]] = text[at + _HEAD : end]
        at = end
    return fields


def read_checked(text: str, crc_tag: str) -> Mapping[str, str]:
    """The fields of a code whose check sum is right. Refuses UnreadableCode.

    Some banks print a sum that starts with 0 without that digit, under length 04 as well as under 03
    (SCB, "Extracting data from mini QR", shows the latter); both mean the sum over a head of 04.
    """
    for length in range(1, _CRC_LENGTH + 1):
        body, head, crc = text[: -length - _HEAD], text[-length - _HEAD : -length], text[-length:]
        is_head = head in (f"{crc_tag}{_CRC_LENGTH:02d}", f"{crc_tag}{length:02d}")
        if is_head and with_crc(body, crc_tag)[-_CRC_LENGTH:] == crc.upper().zfill(_CRC_LENGTH):
            return read_fields(body)
    raise UnreadableCode(text)
