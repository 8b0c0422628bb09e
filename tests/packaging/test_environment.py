"""An environment is made once, renewed when its lock changes, and made anew when broken.

Real environments and a real pip, with wheels of our own and no network: the tiny
program below builds itself.
"""

from __future__ import annotations

import base64
import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest
from starting.environment import NOTE, Environment
from starting.telling import CannotStart

PYPROJECT = """\
[build-system]
requires = []
build-backend = "tiny"
backend-path = ["."]

[project]
name = "tiny"
version = "1"
"""
BACKEND = """\
import zipfile

TOLD = {
    "METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n",
    "WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    "RECORD": "",
}

def build_editable(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/tiny-1-py3-none-any.whl", "w") as wheel:
        for name, text in TOLD.items():
            wheel.writestr("tiny-1.dist-info/" + name, text)
    return "tiny-1-py3-none-any.whl"
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root, wheels = tmp_path / "checkout", tmp_path / "wheels"
    root.mkdir()
    wheels.mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / "tiny.py").write_text(BACKEND)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    return root


def wheel(checkout: Path, name: str, version: str) -> str:
    """Puts a wheel of one module where pip looks, and returns its line of a lock file."""
    path = checkout.parent / "wheels" / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    told = {
        f"{name}.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{inside},sha256={_digest(text)},{len(text)}" for inside, text in told.items()]
    with zipfile.ZipFile(path, "w") as packed:
        for inside, text in {**told, f"{info}/RECORD": "\n".join(record)}.items():
            packed.writestr(inside, text)
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def pearl_in(environment: Environment) -> str:
    """Which pearl the environment's own Python finds."""
    asked = [str(environment.python), "-c", "import pearl; print(pearl.version)"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True)
    return str(told.stdout).strip()


def test_the_life_of_an_environment(checkout: Path) -> None:
    lock, environment = checkout / "locked.txt", Environment(checkout)
    note = environment.folder / NOTE

    lock.write_text(wheel(checkout, "pearl", "1"))
    environment.prepare([lock])
    assert pearl_in(environment) == "1"

    made = note.stat().st_mtime_ns
    environment.prepare([lock])
    assert note.stat().st_mtime_ns == made, "nothing changed, so nothing was done"

    lock.write_text(wheel(checkout, "pearl", "2"))
    environment.prepare([lock])
    assert pearl_in(environment) == "2"

    forged = checkout / "locked-test.txt"
    forged.write_text(wheel(checkout, "oyster", "1").partition(":")[0] + ":" + "0" * 64 + "\n")
    with pytest.raises(CannotStart, match=r"ERROR: .*HASHES"):
        environment.prepare([lock, forged])
    environment.prepare([lock])
    assert pearl_in(environment) == "2", "what was refused took nothing away"

    note.unlink()
    (environment.folder / "half-done").touch()
    environment.prepare([lock])
    assert pearl_in(environment) == "2"
    assert not (environment.folder / "half-done").exists(), "what broke off is made anew"


def test_an_environment_is_for_one_checkout_in_one_place(checkout: Path) -> None:
    (checkout / "locked.txt").write_text(wheel(checkout, "pearl", "1"))
    Environment(checkout).prepare([checkout / "locked.txt"])
    elsewhere = checkout.rename(checkout.with_name("moved"))
    (elsewhere / ".venv" / "of-the-old-place").touch()
    moved = Environment(elsewhere)
    moved.prepare([elsewhere / "locked.txt"])
    assert pearl_in(moved) == "1"
    assert not (moved.folder / "of-the-old-place").exists()
