"""The ring around what has the focus, also while what it stood around goes away."""

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import delete

from otop_pos.ui.screen import Screen


@pytest.fixture
def screen(shown):
    screen = Screen()
    screen.group = QWidget()
    screen.box, screen.other = QLineEdit(), QLineEdit()
    QVBoxLayout(screen.group).addWidget(screen.box)
    column = QVBoxLayout(screen)
    column.addWidget(screen.group)
    column.addWidget(screen.other)
    screen.frame = shown(screen)
    screen.box.setFocus()
    return screen


def ringed(screen, box):
    corner = box.mapTo(screen.frame, box.rect().topLeft())
    return screen.frame.focus_ring.isVisible() and screen.frame.focus_ring.geometry().contains(corner)


def test_it_stands_around_the_box_in_focus(screen):
    assert ringed(screen, screen.box)
    screen.other.setFocus()
    assert ringed(screen, screen.other)
    assert not ringed(screen, screen.box)


def test_a_group_that_goes_away_with_the_focus_in_it_takes_nothing_along(screen):
    delete(screen.group)
    screen.other.setFocus()
    assert ringed(screen, screen.other)
