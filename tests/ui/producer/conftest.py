"""The Producers screen in front, in a real window, with somebody to approve."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from otop_pos.domain.shop import User
from otop_pos.services.sign_in import approve, choose_secret
from otop_pos.services.user import add_user
from otop_pos.ui.producer import ProducerScreen
from tests.factories import SmallShop


@pytest.fixture
def producers(shown, backend, desk, shop: SmallShop) -> Iterator[ProducerScreen]:
    """The manager is at the till."""
    desk.user = shop.manager
    screen = ProducerScreen(backend, desk)
    window = shown(screen)
    screen.arrive()
    QApplication.processEvents()
    yield screen
    window.hide()


@pytest.fixture
def page(producers: ProducerScreen, shop: SmallShop):
    """The weaver's page."""
    producers.show_producer(shop.weaver)
    return producers.page


@pytest.fixture
def second(shop: SmallShop, desk) -> User:
    """Another manager, whose password is typed wherever a second person is asked for."""
    desk.pepper = b"pepper"
    user = shop.database.run(add_user, "SOM", "สมหมาย ว.", "manager")
    choose_secret(shop.database, "SOM", "otop-demo", desk.door())

    def answer(ask, given) -> None:
        given(approve(shop.database, ask, "SOM", "otop-demo", desk.door(), asked_by=desk.user))

    desk.approvals.wanted.connect(answer)
    return user
