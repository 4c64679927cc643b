"""A paper changes only when somebody meant it to: the difference is read as text."""

import pytest

from tests.documents.golden import PAPERS, path_of
from tests.documents.reading import text


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_reads_as_it_did(name: str) -> None:
    assert text(PAPERS[name]()) == path_of(name).read_text(encoding="utf-8")
