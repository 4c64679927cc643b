"""A display of its own (Xvfb) with a real keyboard and mouse on it (xdotool), as the X server knows them."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

GAP_MS = 20
"""Between two keys of the scanner."""
HAND_MS = 130
SHIFT, CAPS_LOCK, RETURN = 50, 66, 36
_ROWS = {10: "1234567890", 24: "QWERTYUIOP", 38: "ASDFGHJKL", 52: "ZXCVBNM"}
_KEYS = {letter: first + number for first, row in _ROWS.items() for number, letter in enumerate(row)}
"""A key has its number whatever the layout makes of it. Asked for a letter, xdotool would bend the layout."""

_AT_ONCE = ("nice", "-n", "-10")
"""A scanner has a processor of its own: a busy till does not slow it. Who may not ask for that does without."""


@dataclass(frozen=True)
class Hands:
    """A scanner on the wire of the keyboard, a person's fingers on its keys, and the mouse.

    `is_rapid` has an entry for every key that went down: whether it is to come at a scanner's speed after
    the one before, at a hand's, or (None) either.
    """

    environment: dict[str, str]
    is_rapid: list[bool | None] = field(default_factory=list)

    def use_layout(self, layout: str) -> None:
        subprocess.run(["setxkbmap", layout], env=self.environment, check=True)

    def give_focus(self, window: int) -> None:
        self._do("windowfocus", "--sync", str(window))

    def press(self, key: int) -> None:
        self._do("key", str(key))
        self.is_rapid.append(None)

    def type(self, text: str) -> None:
        """Small letters as a person types them, with a breath before and after."""
        self._do("sleep", "0.2", "key", "--delay", str(HAND_MS), *map(_stroke, text), "sleep", "0.2")
        self.is_rapid.extend(False for _letter in text)

    def scan(self, codes: Iterable[str]) -> None:
        """One after the other, with nothing between them."""
        strokes = [stroke for code in codes for stroke in (*map(_stroke, code), str(RETURN))]
        words = [*_AT_ONCE, "xdotool", "key", "--delay", str(GAP_MS), *strokes]
        subprocess.run(words, env=self.environment, stderr=subprocess.DEVNULL, check=True)
        self.is_rapid.append(None)
        self.is_rapid.extend(True for _key in "+".join(strokes).split("+")[1:])

    @contextmanager
    def clicking(self, places: Iterable[tuple[int, int]], pause: float) -> Iterator[None]:
        """The mouse goes from place to place meanwhile."""
        words = [("mousemove", str(x), str(y), "click", "1", "sleep", str(pause)) for x, y in places]
        with subprocess.Popen(["xdotool", *(word for each in words for word in each)], env=self.environment) as mouse:
            yield
        assert mouse.returncode == 0

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True)


def _stroke(letter: str) -> str:
    key = _KEYS[letter.upper()]
    return f"{SHIFT}+{key}" if letter.isupper() else str(key)


@contextmanager
def real_display(width: int = 1366, height: int = 768) -> Iterator[Hands]:
    """On the first free display number; it ends with the story."""
    reader, writer = os.pipe()
    # Without -noreset the layout would be forgotten as soon as the program that set it ends.
    screen = ("-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset")
    command = [*_AT_ONCE, "Xvfb", "-displayfd", str(writer), *screen]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, pass_fds=[writer], stdout=quiet, stderr=quiet) as server:
        os.close(writer)
        try:
            with os.fdopen(reader) as said:
                number = said.readline().strip()
            assert number, "the display did not start"
            yield Hands(_environment(f":{number}"))
        finally:
            server.terminate()


def _environment(display: str) -> dict[str, str]:
    """Of this process, but on that display, and without what the desktop around it would mix in."""
    foreign = ("WAYLAND_DISPLAY", "QT_IM_MODULE", "XMODIFIERS", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR")
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return {**kept, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
