"""Nobody else on this computer looks into the running program, and no crash leaves its memory.

Called before anything is unlocked. It keeps out other programs of the same user, and
what a system writes by itself when a program falls. It does not keep out whoever
administers the computer.

The measures for Windows and macOS are from their documents and were not tried there.
"""

from __future__ import annotations

import os
import sys

_SET_DUMPABLE = 4  # PR_SET_DUMPABLE, linux/prctl.h
_DENY_ATTACH = 31  # PT_DENY_ATTACH, sys/ptrace.h of macOS
_NO_CRASH_BOX = 0x0001 | 0x0002 | 0x8000  # SEM_FAILCRITICALERRORS, NOGPFAULT, NOOPENFILE


def keep_out() -> tuple[str, ...]:
    """Take every measure that this system has; the names of those that it refused."""
    return tuple(name for name, measure in _MEASURES.get(sys.platform, _POSIX) if not measure())


def _private_files() -> bool:
    """What the program makes is readable for its user alone."""
    os.umask(0o077)
    return True


def _no_core() -> bool:
    import resource  # noqa: PLC0415 - not on Windows

    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _not_dumpable() -> bool:
    """No core file even through a pipe, no debugger, and /proc/PID/mem is root's alone."""
    import ctypes  # noqa: PLC0415

    return bool(ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0) == 0)


def _no_debugger_on_macos() -> bool:
    import ctypes  # noqa: PLC0415

    return bool(ctypes.CDLL(None).ptrace(_DENY_ATTACH, 0, None, 0) == 0)


def _no_report_to_windows() -> bool:
    """Windows Error Reporting keeps a part of the memory of what falls: not of this program."""
    import ctypes  # noqa: PLC0415

    windll = getattr(ctypes, "windll")  # noqa: B009 - the type checker knows only this system
    windll.kernel32.SetErrorMode(_NO_CRASH_BOX)
    name = os.path.basename(sys.executable)  # noqa: PTH119
    for_this_user_only = False
    return bool(windll.wer.WerAddExcludedApplication(name, for_this_user_only) == 0)


def _no_reader_on_windows() -> bool:
    """A process of the same user may end this one and wait for it, and read nothing of it."""
    import ctypes  # noqa: PLC0415

    windll = getattr(ctypes, "windll")  # noqa: B009
    # SYNCHRONIZE, PROCESS_QUERY_LIMITED_INFORMATION and PROCESS_TERMINATE, to the owner.
    rule = "D:P(A;;0x00101001;;;OW)"
    described = ctypes.c_void_p()
    made = windll.advapi32.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        rule, 1, ctypes.byref(described), None
    )
    dacl = 4  # DACL_SECURITY_INFORMATION
    own = ctypes.c_void_p(-1)  # what GetCurrentProcess gives
    return bool(made and windll.kernel32.SetKernelObjectSecurity(own, dacl, described))


_POSIX = (("private files", _private_files), ("no core file", _no_core))
_MEASURES = {
    "linux": (*_POSIX, ("no reading of memory", _not_dumpable)),
    "darwin": (*_POSIX, ("no debugger", _no_debugger_on_macos)),
    "win32": (
        ("no error report", _no_report_to_windows),
        ("no reading of memory", _no_reader_on_windows),
    ),
}
