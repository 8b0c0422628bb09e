"""Pure jobs beside the window: deriving a key, drawing a page. Never the open case file.

One job at a time, in the order they were given, so that two drawings never
meet. The answer comes back on the window's own thread; when the one who asked
is gone by then, it is dropped.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from desktop.domain.problems import Problem
from desktop.gui.kit.doors import Result


@dataclass(frozen=True)
class _Job:
    # The result's type is known to run() alone; here it only passes through.
    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Problem], None]
    owner: weakref.ref[object]

    @property
    def is_wanted(self) -> bool:
        owner = self.owner()
        return owner is not None and (not isinstance(owner, QObject) or shiboken6.isValid(owner))


class Background(QObject):
    """The real one: a pool with one worker."""

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Problem], None],
        owner: object,
    ) -> None:
        job = _Job(work, then, failed, weakref.ref(owner))
        self._pool.start(lambda: self._work(job))

    def _work(self, job: _Job) -> None:
        try:
            result = job.work() if job.is_wanted else None
        except BaseException as error:
            self._finished.emit(job, None, error)
        else:
            self._finished.emit(job, result, None)

    def _answer(self, job: _Job, result: object, error: BaseException | None) -> None:
        if not job.is_wanted:
            return
        if error is None:
            job.then(result)
        elif isinstance(error, Problem):
            job.failed(error)
        else:
            raise error


class AtOnce:
    """Does each job on the spot; for tests, which then need not wait."""

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Problem], None],
        owner: object,
    ) -> None:
        try:
            result = work()
        except Problem as problem:
            failed(problem)
        else:
            then(result)
