"""Makes Amparo's own environment beside it, keeps it current, and starts the program.

    python3 packaging/start.py              opens the window
    python3 packaging/start.py demo         assesses an invented case and writes its letter
    python3 packaging/start.py test         checks everything, as its developers do
    python3 packaging/start.py assess ...   the command line (also letter, identify, packs)

On Windows write "py" for "python3".

This file must be readable to a Python that is too old, so that it can say so: nothing
in it is younger than Python 3.6. What it starts lies in the folder starting/.
"""

import os
import platform
import sys
import sysconfig

CHECKOUT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

SUITABLE = ((3, 11), (3, 12), (3, 13))
BUILDS = ("linux-x86_64", "win-amd64", "macosx")
INSTALL = {
    "lin": "Install python3.13 (or 3.12, 3.11) with your system's packages, "
    "then: python3.13 packaging/start.py",
    "mac": "Install Python 3.13 from python.org, then: python3.13 packaging/start.py",
    "win": "Install Python 3.13 (64-bit) from python.org, then: py -3.13 packaging\\start.py",
}


def unsuitable(version: "tuple[int, ...]", build: str, macos: str = "") -> "str | None":
    """Why the program cannot run here, and what would help; None when it can."""
    if macos and int(macos.partition(".")[0]) < 12:
        return "Amparo needs macOS 12 or newer; this is macOS {}.".format(macos)
    install = INSTALL.get(build[:3], INSTALL["lin"])
    if version[:2] not in SUITABLE:
        found = ".".join(str(part) for part in version[:3])
        return "Amparo needs Python 3.11, 3.12 or 3.13; this is {}. {}".format(found, install)
    if not build.startswith(BUILDS):
        needs = "Amparo needs a 64-bit Python for Intel or AMD processors, or any Mac's"
        return "{}; this one is for {}. {}".format(needs, build, install)
    return None


if __name__ == "__main__":
    REASON = unsuitable(
        tuple(sys.version_info[:3]), sysconfig.get_platform(), platform.mac_ver()[0]
    )
    if REASON:
        sys.stderr.write(REASON + "\n")
        sys.exit(2)
    sys.path.append(CHECKOUT)
    from starting.commands import main

    sys.exit(main(sys.argv[1:]))
