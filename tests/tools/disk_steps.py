"""Every step of this process on the files of a folder: what SQLite writes, and what we write.

SQLite's own writes are seen from inside it: two functions of its file system and three of
each file it opens are replaced by ours, which tell of the step and then do it, or let it
come to grief. What Python does is heard from Python, but for its single writes. Linux only:
elsewhere the driver does not show its functions.
"""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_DELETE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
NAMELESS = "a temporary file of SQLite"
# Of these kinds SQLite has the drive remember the name too, at the first sync after making one.
_REMEMBERED = 0x00000800 | 0x00080000  # SQLITE_OPEN_MAIN_JOURNAL, SQLITE_OPEN_WAL


class _FileSystem(ctypes.Structure):
    _fields_ = (
        *((name, c_int) for name in ("version", "file_size", "longest_path")),
        *((name, c_void_p) for name in ("next", "name", "data")),
        *(("open", c_void_p), ("delete", c_void_p)),
    )


class _Methods(ctypes.Structure):
    _fields_ = (
        ("version", c_int),
        *((name, c_void_p) for name in ("close", "read", "write", "truncate", "sync")),
        ("others", c_void_p * 13),
    )


@dataclass(frozen=True)
class Step:
    """``does`` is make, write, cut, sync, name, rename or remove; ``name``, from the folder on.

    A ``sync`` of what Python wrote tells its whole content, ``name`` that a folder's names
    were synced, ``to`` what something is called after a ``rename``.
    """

    does: str
    name: str
    at: int = 0
    data: bytes | None = field(default=None, repr=False)
    to: str = ""


class Fate(Enum):
    """What becomes of a step: it is taken, the process dies in the middle of it, or it fails.

    By SQLite's code and the system's number.
    """

    TAKEN = (0, 0)
    DEATH = (-1, 0)
    FULL = (13, errno.ENOSPC)  # SQLITE_FULL
    FAILING = (10, errno.EIO)  # SQLITE_IOERR


class DiskSteps:
    """Asks ``heard`` before each step what becomes of it."""

    def __init__(self, root: Path, heard: Callable[[Step], Fate]) -> None:
        self._root, self._heard = str(root.resolve()), heard
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []  # what SQLite calls must not be collected
        self._names: dict[int, str] = {}
        self._fresh: set[str] = set()
        self._hears = False

    @contextmanager
    def listening(self) -> Iterator[None]:
        """From here to the end of the block. Once in a process: it cannot be taken back."""
        sys.addaudithook(self._python)
        real_sync = os.fsync
        os.fsync = lambda fd: self._python_sync(fd, real_sync)
        system = self._file_system()
        before = system.open, system.delete
        system.open = self._ours(_OPEN, self._open(_OPEN(system.open)))
        system.delete = self._ours(_DELETE, self._delete(_DELETE(system.delete)))
        self._hears = True
        try:
            yield
        finally:
            self._hears = False
            system.open, system.delete = before
            os.fsync = real_sync

    def _step(self, step: Step) -> int:
        """SQLite's code for what becomes of it; does not come back from death, but for writes."""
        if not self._hears:
            return 0
        fate = self._heard(step)
        if fate is Fate.DEATH and step.does != "write":
            _die()
        code: int = fate.value[0]
        return code

    def _python_step(self, step: Step) -> None:
        code = self._step(step)
        if code:
            number = next(fate.value[1] for fate in Fate if fate.value[0] == code)
            raise OSError(number, os.strerror(number))

    def _name(self, path: str) -> str | None:
        inside = path.startswith(self._root + os.sep)
        return path[len(self._root) + 1 :] if inside else None

    def _file_system(self) -> _FileSystem:
        import sqlcipher3._sqlite3 as driver  # type: ignore[import-untyped]

        library = ctypes.CDLL(driver.__file__)
        library.sqlite3_vfs_find.restype = POINTER(_FileSystem)
        system: _FileSystem = library.sqlite3_vfs_find(None).contents
        return system

    def _ours(self, kind: Any, function: Any) -> int | None:
        called = kind(function)
        self._kept.append(called)
        return ctypes.cast(called, c_void_p).value

    def _open(self, real: Any) -> Any:
        def opened(system, path, file, flags, told) -> int:
            name = self._name(os.fsdecode(ctypes.string_at(path))) if path else NAMELESS
            if name is not None and not Path(self._root, name).exists():
                if self._step(Step("make", name)) == Fate.FAILING.value[0]:
                    return 14  # SQLITE_CANTOPEN; a full drive mostly has room for a name
                if flags & _REMEMBERED:
                    self._fresh.add(name)
            answer: int = real(system, path, file, flags, told)
            if answer == 0 and name is not None:
                self._names[file] = name
                self._watch(file)
            return answer

        return opened

    def _delete(self, real: Any) -> Any:
        def deleted(system, path, remembered: int) -> int:
            name = self._name(os.fsdecode(ctypes.string_at(path)))
            if name is not None:
                self._step(Step("remove", name))
            answer: int = real(system, path, remembered)
            if name is not None and remembered:
                self._step(Step("name", str(Path(name).parent)))
            return answer

        return deleted

    def _watch(self, file: int) -> None:
        """Have an open file call our functions; each kind of file has one table of them."""
        place = ctypes.cast(file, POINTER(c_void_p))
        address = place[0]
        assert address is not None
        if address not in self._tables:
            real = ctypes.cast(address, POINTER(_Methods)).contents
            ours = _Methods.from_buffer_copy(real)
            ours.write = self._ours(_WRITE, self._write(_WRITE(real.write)))
            ours.truncate = self._ours(_TRUNCATE, self._truncate(_TRUNCATE(real.truncate)))
            ours.sync = self._ours(_SYNC, self._sync(_SYNC(real.sync)))
            self._tables[address] = ours
        place[0] = ctypes.addressof(self._tables[address])

    def _write(self, real: Any) -> Any:
        def wrote(file, data, size: int, at: int) -> int:
            step = Step("write", self._names[file], at, ctypes.string_at(data, size))
            code = self._step(step)
            if code == Fate.DEATH.value[0]:
                real(file, data, size // 2, at)
                _die()
            answer: int = code or real(file, data, size, at)
            return answer

        return wrote

    def _truncate(self, real: Any) -> Any:
        def cut(file, size: int) -> int:
            self._step(Step("cut", self._names[file], size))
            answer: int = real(file, size)
            return answer

        return cut

    def _sync(self, real: Any) -> Any:
        def synced(file, flags: int) -> int:
            name = self._names[file]
            code = self._step(Step("sync", name))
            answer: int = real(file, flags) or (code if code == Fate.FAILING.value[0] else 0)
            if name in self._fresh:
                self._fresh.remove(name)
                self._step(Step("name", str(Path(name).parent)))
            return answer

        return synced

    def _python(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._hears or event not in ("open", "os.rename", "os.remove"):
            return
        if not isinstance(arguments[0], str | os.PathLike):
            return
        name = self._name(os.path.abspath(arguments[0]))  # noqa: PTH100 - not to follow a link
        if name is None:
            return
        step = Step("remove", name)
        if event == "os.rename":
            to = self._name(os.path.abspath(arguments[1]))  # noqa: PTH100
            step = Step("rename", name, to=to or "elsewhere")
        elif event == "open":
            flags = arguments[2]
            if not flags & (os.O_TRUNC | os.O_CREAT):
                return
            step = Step("make", name)
        if step.does == "make":
            self._python_step(step)
        else:
            self._step(step)

    def _python_sync(self, file: Any, real: Callable[[Any], None]) -> None:
        path = Path(f"/proc/self/fd/{file}").readlink()
        name = "." if str(path) == self._root else self._name(str(path))
        if name is not None:
            whole = None if path.is_dir() else path.read_bytes()
            self._python_step(Step("name" if path.is_dir() else "sync", name, data=whole))
        real(file)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
