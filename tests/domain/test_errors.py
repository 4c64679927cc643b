"""What the program says when it will not do a thing."""

import pickle
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from otop_pos.domain.approval import Ask
from otop_pos.domain.errors import NotPaid, Refusal, TextTooLong, Unwritable
from otop_pos.domain.right import Right
from otop_pos.i18n import LANGUAGES, Language, current_language, use_language

SAMPLES: dict[Any, Any] = {
    str: "ผ้าไหม",
    int: 12_345,
    date: date(2026, 11, 23),
    Right: Right.VOID,
    Ask: Ask(Right.OVERRIDE_PRICE, "P000001 107.00 → 95.00"),
    tuple[str, ...]: ("CM01", "CM02"),
}


def every_kind(base: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for kind in base.__subclasses__():
        yield kind
        yield from every_kind(kind)


def sample(kind: type[Refusal]) -> Refusal:
    return kind(*(SAMPLES[each.type] for each in fields(kind)))  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    before = current_language()
    yield
    use_language(before)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(every_kind()), ids=lambda kind: kind.__name__)
def test_every_refusal_is_one_sentence_without_a_hole(kind: type[Refusal], language: Language) -> None:
    use_language(language)
    sentence = sample(kind).sentence
    assert sentence == str(sample(kind))
    assert sentence.strip()
    assert "\n" not in sentence
    assert not {"{", "}"} & set(sentence)


@pytest.mark.parametrize("kind", list(every_kind()), ids=lambda kind: kind.__name__)
def test_a_refusal_crosses_threads_and_processes_with_its_data(kind: type[Refusal]) -> None:
    refusal = sample(kind)
    again = pickle.loads(pickle.dumps(refusal))
    assert type(again) is kind
    assert [getattr(again, each.name) for each in fields(kind)] == [
        getattr(refusal, each.name) for each in fields(kind)
    ]


def test_what_is_missing_is_said_in_baht() -> None:
    use_language("en")
    assert NotPaid(125_000).sentence == "1,250.00 baht are still to be paid"


def test_a_refused_text_is_shown_as_the_person_typed_it() -> None:
    use_language("en")
    assert Unwritable("-ผ้าไหม").sentence.startswith("“-ผ้าไหม”")
    assert Unwritable("a\u202eb\x1b").sentence.startswith("“a\\u202eb\\x1b”")
    assert len(TextTooLong("ก" * 10_000).sentence) < 120
