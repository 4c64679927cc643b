"""A scanner on a real keyboard wire while somebody clicks around: no scan lost, none doubled, none overtaken."""

import random
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from machine import lacking_for_keys, lacking_keys
from otop_pos.db.database import Database, open_database
from otop_pos.domain.quantity import ONE
from otop_pos.domain.sale import Basket
from otop_pos.domain.thai_date import local_date
from otop_pos.services.sale import find_offers
from tests.stories.length import LONG
from tests.stories.real_display import CAPS_LOCK, GAP_MS, Hands, real_display
from tests.stories.watched_window import WatchedWindow, watched_window
from tests.stories.wide_shop import wide_shop

SCANS = 500 if LONG else 30
ROUND = 10
WALKS: tuple[tuple[str, ...], ...] = (
    ("heading", "search", "heading"),
    ("day", "sell"),
    ("language",),
    ("code box",),
    ("product", "heading"),
    ("search", "heading", "heading"),
    ("total", "shop"),
)
"""Places to click at, one after the other, that neither sell nor remove nor take scans for themselves: not the
rows, where a touch picks from what a search found."""
ATTEMPTS = 3
TOO_BUSY = "this machine is too busy to press keys as a scanner and a hand do"
STALL_MS = 150
"""The scan filter forgives a scanner this pause anywhere."""
BETWEEN_CLICKS = 0.11
"""Seconds."""

Places = dict[str, tuple[int, int]]


@pytest.fixture(scope="module", autouse=True)
def _real_keys() -> None:
    """The one thing a checkout cannot bring along: `packaging/dev.py test` installs it where it may."""
    if lacking := lacking_for_keys():
        pytest.skip(lacking_keys(lacking))


@pytest.fixture
def database(sqlite_path: Path) -> Iterator[Database]:
    opened = open_database(sqlite_path)
    yield opened
    opened.close()


@pytest.mark.parametrize("layout", ["us", "th"])
def test_no_scan_is_lost_doubled_or_overtaken(database: Database, sqlite_path: Path, layout: str) -> None:
    codes, rng = wide_shop(database), random.Random(layout)
    wanted = [rng.choice(codes) for _ in range(SCANS)]
    window, bill = told(sqlite_path, layout, wanted)
    assert window.refused == []
    assert [code.upper() for code in window.taken] == wanted
    assert [tuple(line) for line in bill] == expected_bill(database, wanted)
    assert [text for text in window.read if (max(text) > "\u0e00") is not (layout == "th")] == []


def told(path: Path, layout: str, wanted: list[str]) -> tuple[WatchedWindow, list[list[object]]]:
    """The story, with what it left on the bill; once more where this machine had no time for the hands."""
    for _attempt in range(ATTEMPTS):
        rng = random.Random(layout)
        with real_display() as hands, watched_window(path, hands.environment) as window:
            hands.use_layout(layout)
            hands.give_focus(window.hear("window"))
            places: Places = window.hear("ready")
            for number, first in enumerate(range(0, SCANS, ROUND)):
                with caps_lock(hands, number % 3 == 2):
                    scan_among_clicks(hands, wanted[first : first + ROUND], places, rng)
            window.hear_codes(SCANS)
            window.end()
            bill, times = window.hear("bill"), window.hear("times")
        assert len(times) == len(hands.is_rapid), "every key reached the window"
        if is_steady(times, hands.is_rapid):
            return window, bill
    # Whoever runs the long form wants to know; a short look says only what it could see.
    assert not LONG, TOO_BUSY
    pytest.skip(TOO_BUSY)


def is_steady(times: list[int], is_rapid: list[bool | None]) -> bool:
    """By the display's clock the scanner was as quick and the hand as slow as they are in a shop."""
    gaps = [after - before for before, after in pairwise(times)]
    rapid, slow = (
        [gap for gap, each in zip(gaps, is_rapid[1:], strict=True) if each is kind] for kind in (True, False)
    )
    return statistics.median(rapid) < 1.5 * GAP_MS and max(rapid) <= STALL_MS and min(slow) > GAP_MS


@contextmanager
def caps_lock(hands: Hands, is_on: bool) -> Iterator[None]:
    """Left on by somebody: capitals come as small letters."""
    if is_on:
        hands.press(CAPS_LOCK)
    yield
    if is_on:
        hands.press(CAPS_LOCK)


def scan_among_clicks(hands: Hands, codes: list[str], places: Places, rng: random.Random) -> None:
    """One round; before its last scans a person begins to type a name, where the last click left the focus."""
    walk = [places[name] for _ in codes for name in rng.choice(WALKS)]
    half = len(codes) // 2
    with hands.clicking(walk, BETWEEN_CLICKS):
        hands.scan(codes[:half])
        hands.type("ab")
        hands.scan(codes[half:])


def expected_bill(database: Database, codes: list[str]) -> list[tuple[str, str, bool, int]]:
    """Product, lot, whether its own label was scanned, thousandths; in the order of the lines."""
    basket = Basket()
    for code in codes:
        (offer,) = database.run(find_offers, code, on=local_date(datetime.now(UTC)))
        basket = basket.add(offer, ONE)
    return [(line.offer.product.sku, line.offer.lot_code, line.offer.is_pinned, line.qty) for line in basket.lines]
