"""PINs and passwords: what a good one is. How they are kept is the services' business."""

from itertools import pairwise

from otop_pos.domain.errors import WeakPassword, WeakPin
from otop_pos.domain.right import Role
from otop_pos.domain.thai_digits import to_arabic_digits

SHORTEST_PIN, LONGEST_PIN = 6, 12
SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 128
TRIES = 5
"""Wrong ones in a row before the door stays shut for a while."""
LOCK_MINUTES = 5


def check_secret(role: Role, secret: str) -> None:
    """A PIN for everyone, a password for managers. Refuses WeakPin, WeakPassword."""
    if role is Role.MANAGER:
        if not SHORTEST_PASSWORD <= len(secret) <= LONGEST_PASSWORD or len(set(secret)) < 4:
            raise WeakPassword
    elif not _is_good_pin(secret):
        raise WeakPin


def typed_secret(text: str) -> str:
    """Thai digits are digits, whichever layout the keyboard had."""
    return to_arabic_digits(text)


def _is_good_pin(pin: str) -> bool:
    if not (SHORTEST_PIN <= len(pin) <= LONGEST_PIN and pin.isascii() and pin.isdigit()):
        return False
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    # 111111, 123456, 987654 and 121212 are what everyone tries first.
    return steps not in ({0}, {1}, {-1}) and len(set(pin)) > 2
