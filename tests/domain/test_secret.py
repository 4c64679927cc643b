"""What a good PIN and a good password are."""

import pytest

from otop_pos.domain.errors import WeakPassword, WeakPin
from otop_pos.domain.right import Role
from otop_pos.domain.secret import check_secret, typed_secret


@pytest.mark.parametrize("role", [Role.CASHIER, Role.CLERK])
@pytest.mark.parametrize("pin", ["246802", "860291", "112358", "123457", "000001" + "2", "860291860291"])
def test_a_good_pin(role: Role, pin: str) -> None:
    check_secret(role, pin)


@pytest.mark.parametrize("role", [Role.CASHIER, Role.CLERK])
@pytest.mark.parametrize(
    "pin",
    [
        "",
        "24680",
        "8602918602910",
        "000000",
        "234567",
        "765432",
        "090909",
        "24680a",
        "246 802",
        "๒๔๖๘๐๒",
        "-24680",
        "²46802",
    ],
)
def test_a_weak_pin(role: Role, pin: str) -> None:
    with pytest.raises(WeakPin):
        check_secret(role, pin)


@pytest.mark.parametrize("password", ["otop-demo", "ร้านเรา-2569", "24680135", "a b c d e"])
def test_a_good_password(password: str) -> None:
    check_secret(Role.MANAGER, password)


@pytest.mark.parametrize("password", ["", "1234567", "aaaaaaaaaa", "abcabcabc", "x" * 127 + "yz"])
def test_a_weak_password(password: str) -> None:
    with pytest.raises(WeakPassword):
        check_secret(Role.MANAGER, password)


def test_thai_digits_are_typed_digits() -> None:
    assert typed_secret("๒๔๖๘๐๒") == "246802"
    assert typed_secret("ร้าน๑") == "ร้าน1"
