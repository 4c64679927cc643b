"""The language of a paper is the reader's: Thai, English, or both for a foreign buyer."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from otop_pos.documents.thai_text import NO_BREAK_SPACE
from otop_pos.domain.thai_date import format_short_en, format_slip, format_slip_en, local_date

PaperLanguage = Literal["th", "en", "th-en"]
Say = Callable[[str, str], str]
"""(Thai, English) → what the paper says."""


def speaker(language: PaperLanguage) -> Say:
    """Both wordings stand side by side where a paper is written, the language chooses."""
    return {"th": _thai, "en": _english, "th-en": _both}[language]


def slip_time(at: datetime, language: PaperLanguage) -> str:
    """'22/09/2569 14:35' · '22 Sep 2026 14:35' · '22/09/2569 14:35 (22 Sep 2026)'."""
    if language == "en":
        return format_slip_en(at)
    if language == "th":
        return format_slip(at)
    english = format_short_en(local_date(at)).replace(" ", NO_BREAK_SPACE)
    return f"{format_slip(at)} ({english})"


def _thai(thai: str, _english: str) -> str:
    return thai


def _english(thai: str, english: str) -> str:
    return english or thai


def _both(thai: str, english: str) -> str:
    return f"{thai} {english}".strip() if english != thai else thai
