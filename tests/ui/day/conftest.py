"""A manager beside the day screen."""

import pytest

from otop_pos.services.sign_in import approve


@pytest.fixture
def second_person(front, backend, desk, shop, password):
    """Says yes to whatever is asked, with her password."""
    asked = []
    desk.approvals.wanted.disconnect()

    def say_yes(ask, given):
        asked.append(ask)
        given(approve(shop.database, ask, "SIRI", password, desk.door(), asked_by=desk.user))

    desk.approvals.wanted.connect(say_yes)
    return asked
