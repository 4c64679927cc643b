"""Texts in the user's language: English is the source, Thai the first language of the shop."""

import gettext
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from otop_pos.paths import RESOURCES

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")
DOMAIN = "otop_pos"

_current: Language = "th"


def use_language(language: Language) -> None:
    """Every text asked for from now on is in this language; screens then draw themselves anew."""
    global _current
    _current = language


def current_language() -> Language:
    return _current


def _(message: str) -> str:
    """The text in the current language; the message itself when it has no translation."""
    return translator(_current)(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    return _catalogue(_current).ngettext(singular, plural, count)


def translator(language: Language) -> Callable[[str], str]:
    """For papers, whose language is the customer's and not the screen's."""
    return _catalogue(language).gettext


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    folder = RESOURCES / "locale" / language / "LC_MESSAGES"
    source = folder / f"{DOMAIN}.po"
    if not source.exists():
        return gettext.NullTranslations()
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    return gettext.GNUTranslations(_compile(source))


def _compile(source: Path) -> io.BytesIO:
    """A checkout that nobody has compiled shows its texts all the same, 30 ms later."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return compiled
