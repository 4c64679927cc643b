"""A drawer on loopback: a printer's socket that keeps what comes in, or never takes anybody's call."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread


class FakeDrawer:
    """`pulses` are what came in; `on_pulse` runs before each is kept: what the world is like at that moment."""

    def __init__(self, listener: socket.socket) -> None:
        self._listener = listener
        self.pulses: list[bytes] = []
        self.on_pulse: Callable[[], None] = lambda: None
        host, port = listener.getsockname()
        self.target = f"tcp://{host}:{port}"

    def listen(self) -> None:
        while True:
            try:
                connection, _address = self._listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as wire:
                data = wire.read()
            self.on_pulse()
            self.pulses.append(data)


@contextmanager
def working_drawer() -> Iterator[FakeDrawer]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        drawer = FakeDrawer(listener)
        thread = Thread(target=drawer.listen, daemon=True)
        thread.start()
        yield drawer
        listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


@contextmanager
def hanging_drawer() -> Iterator[str]:
    """The target of a drawer whose line is engaged: whoever calls it waits."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        callers = [socket.socket() for _ in range(4)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(listener.getsockname())
        host, port = listener.getsockname()
        yield f"tcp://{host}:{port}"
        for caller in callers:
            caller.close()


def closed_port() -> str:
    """A target where nobody listens any more."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        host, port = listener.getsockname()
    return f"tcp://{host}:{port}"
