"""Opens the cash drawer, which hangs on the receipt printer: one pulse, over the network or a device file."""

import os
import select
import socket
from urllib.parse import urlsplit

from otop_pos.domain.errors import DrawerSilent

TIME_LIMIT_S = 2.0
PULSE = b"\x1bp\x00\x19\xfa"
"""ESC p 0: 50 ms on, 500 ms off on the drawer's first pin; Epson's command, which every ESC/POS printer knows."""
_PORT = 9100


def open_drawer(target: str) -> None:
    """`target` is tcp://host:9100 or a device file as /dev/usb/lp0; "" is no drawer. Refuses DrawerSilent."""
    if not target:
        return
    try:
        if target.startswith("tcp://"):
            _over_network(target)
        else:
            _to_device(target)
    except (OSError, ValueError) as error:
        raise DrawerSilent(target) from error


def _over_network(target: str) -> None:
    place = urlsplit(target)
    with socket.create_connection((place.hostname or "", place.port or _PORT), timeout=TIME_LIMIT_S) as connection:
        connection.sendall(PULSE)


def _to_device(target: str) -> None:
    """Never makes a file where there is no device, and never waits for a printer that is off."""
    flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    device = os.open(target, flags)
    try:
        if os.name == "posix" and not select.select([], [device], [], TIME_LIMIT_S)[1]:
            raise TimeoutError(target)
        if os.write(device, PULSE) < len(PULSE):
            raise OSError(target)
    finally:
        os.close(device)
