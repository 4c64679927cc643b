"""Thai is the shop's first language: every text of the program has it, and says the same."""

from string import Formatter

import pytest
from babel.messages.catalog import Message

from translation import ROOT, extract, read_catalogue, source_of

SOURCE = source_of(ROOT, "th")


@pytest.fixture(scope="module")
def said() -> dict[object, Message]:
    """What the code says, by msgid."""
    return {message.id: message for message in extract(ROOT) if message.id}


@pytest.fixture(scope="module")
def thai() -> dict[object, Message]:
    return {message.id: message for message in read_catalogue(SOURCE) if message.id}


def test_every_text_of_the_program_has_its_thai(said, thai):
    assert [each for each in said if each not in thai or not all(texts(thai[each].string))] == []


def test_the_catalogue_has_nothing_the_program_no_longer_says(said, thai):
    assert [each for each in thai if each not in said] == []
    assert list(read_catalogue(SOURCE).obsolete) == []


def test_no_translation_is_a_guess(thai):
    assert [each for each, message in thai.items() if message.fuzzy] == []


def test_placeholders_are_the_same_in_both_languages(thai):
    different = [each for each, message in thai.items() if not agrees(message)]
    assert different == []


def test_no_translation_begins_or_ends_with_a_stray_space(thai):
    def edges(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    stray = [
        each for each, message in thai.items() if {edges(t) for t in texts(message.string)} != {edges(texts(each)[-1])}
    ]
    assert stray == []


def agrees(message: Message) -> bool:
    """Every Thai form (there is one, Thai has no plural) fills in what the English plural fills in."""
    wanted = placeholders(texts(message.id)[-1])
    return all(placeholders(each) == wanted for each in texts(message.string))


def texts(value: object) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, tuple | list) else ("",)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
