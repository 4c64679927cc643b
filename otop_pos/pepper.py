"""The key that PINs are mixed with: a file of this machine, beside the settings and never in the database."""

import os
import secrets
from pathlib import Path

from otop_pos.paths import config_folder

FILE_NAME = "pepper.key"
SIZE = 32


def pepper_file() -> Path:
    return config_folder() / FILE_NAME


def read_pepper(path: Path | None = None) -> bytes:
    """Made on the first call, readable by this account only. Raises OSError.

    Several tills of a shop use the same: its file is copied from the first.
    """
    path = path or pepper_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        number = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(SIZE) + "\n")
            file.flush()
            os.fsync(file.fileno())
        _keep_first(partial, path)
    return bytes.fromhex(path.read_text(encoding="ascii").strip())


def _keep_first(partial: Path, path: Path) -> None:
    """Two programs that start at once end up with one key."""
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    except OSError:
        # A file system without links: two first starts at the same moment are not worth losing the key for.
        partial.replace(path)
        return
    partial.unlink()
