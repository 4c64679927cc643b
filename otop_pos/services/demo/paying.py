"""How customers of the demo shop pay: with the notes people have in hand, a phone, a card."""

import random

from otop_pos.domain.money import BAHT, DENOMINATIONS, CashRounding
from otop_pos.domain.payment import CASH, Given, cash_due

PROMPTPAY = "promptpay"
FLOAT_KEPT = 500 * BAHT
"""Stays in the drawer for change, whatever is paid out of it."""
_NOTES = (20 * BAHT, 50 * BAHT, 100 * BAHT, 500 * BAHT, 1000 * BAHT)
_METHODS = ((CASH, "promptpay", "card", "transfer", "voucher", "split"), (51, 27, 13, 4, 1, 4))
_TOO_MUCH_FOR_CASH = 6000 * BAHT
_EXACT = 0.15
_DIFFERENCES = ((0, 0, 500, -500, 100, -100, -2000, 25), (70, 10, 4, 5, 4, 4, 2, 1))

FLOAT = {10_000: 20, 5_000: 10, 2_000: 30, 1_000: 40, 500: 40, 200: 20, 100: 60, 50: 20, 25: 20}
"""Pieces of every denomination in a freshly opened drawer."""


def pay(net: int, rounding: CashRounding, rng: random.Random) -> tuple[Given, ...]:
    """Tenders that settle `net` satang."""
    method = rng.choices(*_METHODS)[0]
    if method == CASH and net > _TOO_MUCH_FOR_CASH:
        method = "card"
    if method == CASH:
        return (_in_cash(cash_due(net, (), rounding), rng),)
    if method != "split":
        return (Given(method, net, reference(method, rng)),)
    by_phone = net // 2 // BAHT * BAHT
    part = Given("promptpay", by_phone, reference("promptpay", rng))
    return (part, _in_cash(cash_due(net, (part,), rounding), rng)) if by_phone else pay(net, rounding, rng)


def reference(method: str, rng: random.Random) -> str:
    """What the slip or the terminal shows, unlike any other of the shop."""
    digits = "".join(rng.choices("0123456789", k=14))
    match method:
        case "card":
            return f"A{digits[:6]} X{digits[6:10]}"
        case "promptpay":
            return f"0151{digits}"
        case "voucher":
            return f"GV{digits[:8]}"
        case _:
            return f"TR{digits}"


def count_drawer(expected: int, rng: random.Random) -> dict[int, int]:
    """Pieces of a count that mostly comes out, sometimes by a few baht not."""
    left, pieces = max(expected + rng.choices(*_DIFFERENCES)[0], 0), {}
    for denomination in DENOMINATIONS:
        # A drawer full of change keeps its small notes and coins: they are not all in thousands.
        kept = min(FLOAT.get(denomination, 0) // 2 * denomination, left) // denomination
        pieces[denomination] = kept
        left -= kept * denomination
    for denomination in DENOMINATIONS:
        more, left = divmod(left, denomination)
        pieces[denomination] += more
    return pieces


def _in_cash(due: int, rng: random.Random) -> Given:
    """Exact, or with notes: the next twenty, hundred, five hundred …"""
    if rng.random() < _EXACT:
        return Given(CASH, due)
    return Given(CASH, rng.choice([-(-due // note) * note for note in _NOTES]))
