"""The settings of this machine: one small TOML file, written whole or not at all."""

import os
import tempfile
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import tomli_w

from otop_pos.paths import config_folder, data_folder

FILE_NAME = "settings.toml"


class SettingsUnreadable(Exception):
    """The file is there but is not the settings of a till; guessing would open another database."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Settings:
    """Empty folders and an empty database mean: beside each other in this user's data folder.

    `drawer` is where its printer listens: tcp://host:9100 or a device file, "" for none.
    `database` is a path or a database URL; `text_scale` is in percent;
    `customer_display` is auto (full-screen on a second screen), window or off; `keys`
    holds only what differs from the usual keys: act → key. After `lock_minutes` with nobody
    at the till it locks itself, 0: never.
    """

    database: str = ""
    till_code: str = ""
    user_code: str = ""
    language: str = "th"
    papers_folder: str = ""
    outbox_folder: str = ""
    printer: str = ""
    drawer: str = ""
    theme: str = "light"
    text_scale: int = 100
    customer_display: str = "auto"
    lock_minutes: int = 3
    keys: dict[str, str] = field(default_factory=dict)

    @property
    def database_target(self) -> str:
        return self.database or str(data_folder() / "shop.sqlite")

    @property
    def papers(self) -> Path:
        """Receipts, delivery papers and summaries as PDF."""
        return Path(self.papers_folder) if self.papers_folder else data_folder() / "papers"

    @property
    def outbox(self) -> Path:
        """Where head office picks up the nightly files."""
        return Path(self.outbox_folder) if self.outbox_folder else data_folder() / "outbox"


def settings_file() -> Path:
    return config_folder() / FILE_NAME


def read_settings(path: Path | None = None) -> Settings:
    """The settings; the defaults where there is no file yet. Raises SettingsUnreadable."""
    path = path or settings_file()
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsUnreadable(path, str(error)) from error
    # What a newer version wrote is left alone here, not an error: a till must start.
    usual = {each.name: getattr(Settings(), each.name) for each in fields(Settings)}
    known = {name: value for name, value in entries.items() if name in usual}
    wrong = [name for name, value in known.items() if not _is_like(value, usual[name])]
    if wrong:
        raise SettingsUnreadable(path, ", ".join(wrong))
    return Settings(**known)


def _is_like(value: object, usual: object) -> bool:
    """Of the same type, and a table with texts only."""
    is_texts = not isinstance(value, dict) or all(isinstance(each, str) for each in value.values())
    return type(value) is type(usual) and is_texts


def write_settings(settings: Settings, path: Path | None = None) -> None:
    """Replace the file in one step: a power cut leaves the old or the new one. Raises OSError."""
    path = path or settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=FILE_NAME)
    try:
        with os.fdopen(number, "wb") as file:
            tomli_w.dump(asdict(settings), file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
