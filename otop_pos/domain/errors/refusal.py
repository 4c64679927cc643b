"""The base of every refusal."""

from dataclasses import fields


class Refusal(Exception):
    """Base. Subclasses are dataclasses; `sentence` is shown as it is in the message bar."""

    @property
    def sentence(self) -> str:
        return type(self).__name__

    def __str__(self) -> str:
        return self.sentence

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, each.name) for each in fields(self))  # type: ignore[arg-type]
