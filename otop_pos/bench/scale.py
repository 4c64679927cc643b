"""How large the measured shop is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """`rounds`: repetitions of a quick figure; slow ones take fewer. `postgres`: an empty database."""

    products: int = 100_000
    lines: int = 1_000_000
    rounds: int = 60
    postgres: str = ""
