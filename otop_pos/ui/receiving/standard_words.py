"""Reads a standard as a clerk types it: its kind before the number, or told by the goods."""

from datetime import date

from otop_pos.domain.product import Category
from otop_pos.domain.standard import STANDARD_EN, STANDARD_TH, Standard, StandardKind
from otop_pos.i18n import _
from otop_pos.ui.wording import is_thai

_SHORT = {"จดแจ้ง": StandardKind.COSMETIC, "อย": StandardKind.FDA, "มผช": StandardKind.TCPS, "มอก": StandardKind.TIS}
_USUAL = {
    Category.FOOD: StandardKind.FDA,
    Category.DRINK: StandardKind.FDA,
    Category.HERB: StandardKind.COSMETIC,
    Category.CLOTH: StandardKind.TCPS,
    Category.CRAFT: StandardKind.TCPS,
}
"""What goods of a category are registered as where only a number is typed."""
WATCHED_DAYS = 60


def read_standard(text: str, category: Category, expires_on: date | None = None) -> Standard | None:
    """'อย. 50-1-00264-5-0001', 'มผช.94/2546'; a number alone is of the usual kind. None of an empty text."""
    text = " ".join(text.split())
    if not text:
        return None
    for word, kind in _known_words():
        if text.casefold().startswith(word):
            number = text[len(word) :].strip(" .:#")
            return Standard(0, kind, number, expires_on) if number else None
    return Standard(0, _USUAL[category], text, expires_on)


def standard_name(kind: StandardKind) -> str:
    return STANDARD_TH[kind] if is_thai() else STANDARD_EN[kind]


def lapse_warning(standard: Standard, owner: str, today: date) -> str:
    """'สบู่คราม: จดแจ้งเครื่องสำอางจะหมดอายุใน 28 วัน'; empty while there is time."""
    days = standard.days_left(today)
    if days is None or days > WATCHED_DAYS:
        return ""
    name = standard_name(standard.kind)
    if days < 0:
        return _("{owner}: {standard} has lapsed").format(owner=owner, standard=name)
    if days == 0:
        return _("{owner}: {standard} lapses today").format(owner=owner, standard=name)
    return _("{owner}: {standard} lapses in {days} days").format(owner=owner, standard=name, days=days)


def _known_words() -> list[tuple[str, StandardKind]]:
    """The longest first, so that no name hides in another."""
    full = {name.casefold(): kind for names in (STANDARD_TH, STANDARD_EN) for kind, name in names.items()}
    return sorted({**_SHORT, **full}.items(), key=lambda pair: -len(pair[0]))
