"""What must be true of the books at every moment, and what a check of it found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InvariantResult:
    """`checked` things were looked at, `broken` of them are wrong; `examples` names the first few."""

    name: str
    sentence: str
    checked: int
    broken: int
    examples: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return self.broken == 0
