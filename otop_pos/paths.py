"""Where things lie on this machine."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
# In a checkout resources stand beside the package, in an installed wheel inside it.
RESOURCES = next(
    (path for path in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if path.is_dir()),
    _PACKAGE / "resources",
)


def data_folder() -> Path:
    """The shop's database, papers and outbox of this machine's user."""
    return Path(platformdirs.user_data_dir("otop-pos", appauthor=False))


def config_folder() -> Path:
    return Path(platformdirs.user_config_dir("otop-pos", appauthor=False))


def log_folder() -> Path:
    return Path(platformdirs.user_log_dir("otop-pos", appauthor=False))
