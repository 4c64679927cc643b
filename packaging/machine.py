"""What this computer must bring along: a Python that can make a venv, a display, Qt's system libraries."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OLDEST = (3, 11)
NEWEST_FIRST = ("python3.14", "python3.13", "python3.12", "python3.11")

# shared library -> Debian package. What Qt loads to draw at all, also without a screen:
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# … and what its windows need on top.
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What gives the tests a display of their own, with a keyboard and a mouse on it:
HANDS = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "xdotool": "xdotool",
    "xkbcomp": "x11-xkb-utils",
}


class Stop(Exception):
    """Ends the command; its text is a sentence for the person at the keyboard."""


def newer_python() -> str:
    """A Python on PATH that is new enough. Stops, naming what to install, when there is none."""
    for name in NEWEST_FIRST:
        found = shutil.which(name)
        if found and runs(found, "import sys; sys.exit(sys.version_info < (3, 11))"):
            return found
    raise Stop(
        "OTOP POS needs Python {}.{} or newer; this is Python {} and there is no newer one on the PATH.\n"
        "Install Python 3.11, 3.12 or 3.13 and run the same command again.".format(*OLDEST, sys.version.split()[0])
    )


def runs(python: str, code: str) -> bool:
    try:
        return subprocess.run([python, "-I", "-c", code], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def need_venv_module(python: str) -> None:
    """Debian and Ubuntu ship Python without the part that puts pip into a venv."""
    if runs(python, "import venv, ensurepip; ensurepip.version()"):
        return
    version = subprocess.run(
        [python, "-c", "import sys; print('{}.{}'.format(*sys.version_info))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    package = f"python{version}-venv"
    if not apt_install([package]):
        raise Stop(f"This Python cannot make a virtual environment yet. Install the missing part:\n  {apt(package)}")


def has_display() -> bool:
    """Where a window can open. QT_QPA_PLATFORM set by hand (vnc, offscreen …) is taken at its word."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def need_libraries(window: bool) -> None:
    """Installs the system libraries Qt lacks here, where that is allowed; stops with their names otherwise."""
    packages = needed_packages(window)
    missing = [library for library in packages if not loads(library)]
    if not missing or apt_install([packages[library] for library in missing]):
        return
    wanted = apt(*map(packages.__getitem__, missing)) if shutil.which("apt-get") else ", ".join(missing)
    raise Stop(f"Qt cannot start here: system libraries are missing. Install them and run again:\n  {wanted}")


def want_keys() -> None:
    """Installs what presses real keys in the tests, where that is allowed; says what is left out otherwise."""
    lacking = lacking_for_keys()
    if lacking and not (sys.platform.startswith("linux") and apt_install(lacking)):
        print(f"{lacking_keys(lacking)}\nThe other tests run.", flush=True)


def lacking_for_keys() -> list[str]:
    """Debian packages this machine lacks for tests with real keys on an X display."""
    programs = [package for program, package in HANDS.items() if not shutil.which(program)]
    libraries = [package for library, package in {**DRAWING, **X11}.items() if not loads(library)]
    return sorted({*programs, *libraries})


def lacking_keys(packages: Sequence[str]) -> str:
    if not sys.platform.startswith("linux"):
        return "Real keys are pressed on Linux only, on an X display of the test's own."
    wanted = apt(*packages) if shutil.which("apt-get") else ", ".join(packages)
    return f"No real keys can be pressed here: system packages are missing. Install them:\n  {wanted}"


def needed_packages(window: bool) -> dict[str, str]:
    """Library -> Debian package, for the kind of display this session has."""
    if not sys.platform.startswith("linux"):
        return {}
    if window and os.environ.get("DISPLAY"):
        return {**DRAWING, **X11}
    return {**DRAWING, **WAYLAND} if window and os.environ.get("WAYLAND_DISPLAY") else DRAWING


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt(*packages: str) -> str:
    return " ".join(["sudo apt-get install -y --no-install-recommends", *packages])


def apt_install(packages: Sequence[str]) -> bool:
    """True when they are there now; False where apt or the right to use it is missing."""
    prefix = root_prefix()
    if prefix is None or not shutil.which("apt-get"):
        return False
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    # dpkg looks for ldconfig and its kin on the PATH, where a plain user's PATH does not have them.
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])
    env = {**os.environ, "PATH": path, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run([*prefix, *command], env=env, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def root_prefix() -> list[str] | None:
    """Nothing for root, `sudo -n` where it asks for no password, None for everyone else."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None
