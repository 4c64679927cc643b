"""The program of `real_window` seen from outside, through what it says."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SILENCE = 20
"""Seconds without a word after which nothing more is expected."""


@dataclass
class WatchedWindow:
    """`read` are the scans in their order, `taken` the codes as they went to the bill, `refused` the others."""

    running: "subprocess.Popen[str]"
    read: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    _said: "queue.Queue[str]" = field(default_factory=queue.Queue)

    def __post_init__(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()

    def hear(self, wanted: str) -> Any:
        """The fact of the next such word."""
        while True:
            word, fact = self._hear_word()
            if word == wanted:
                return fact

    def hear_codes(self, count: int) -> None:
        """Until so many codes were dealt with, or nothing more comes."""
        try:
            while len(self.taken) + len(self.refused) < count:
                self._hear_word()
        except queue.Empty:
            return

    def end(self) -> None:
        assert self.running.stdin
        self.running.stdin.close()

    def _hear_word(self) -> tuple[str, Any]:
        line = self._said.get(timeout=SILENCE)
        assert line, "the program ended too early"
        word, fact = json.loads(line)
        kept = {"scan": self.read, "taken": self.taken, "refused": self.refused}
        if word in kept:
            kept[word].append(fact)
        return word, fact

    def _listen(self) -> None:
        assert self.running.stdout
        for line in self.running.stdout:
            self._said.put(line)
        self._said.put("")


@contextmanager
def watched_window(database: Path, environment: dict[str, str]) -> Iterator[WatchedWindow]:
    """Killed when the story ends before it does."""
    command = [sys.executable, "-m", "tests.stories.real_window", str(database)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1, env=environment) as running:
        try:
            yield WatchedWindow(running)
            running.wait(SILENCE)
        finally:
            running.kill()
