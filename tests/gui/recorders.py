"""Small doors for screens under test: they write down what was asked and answer from a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from desktop.domain.problems import Problem


@dataclass
class Places:
    """Where a screen wanted to go."""

    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    backs: int = 0

    def go(self, screen: str, **values: object) -> None:
        self.gone.append((screen, values))

    def back(self) -> None:
        self.backs += 1


@dataclass
class Said:
    """What a screen had to say."""

    problems: list[Problem] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    offers: list[Callable[[], None]] = field(default_factory=list)

    def problem(self, problem: Problem) -> None:
        self.problems.append(problem)

    def tell(self, text: str, action: str = "", then: Callable[[], None] | None = None) -> None:
        self.told.append(text)
        if then is not None:
            self.offers.append(then)

    def clear(self) -> None:
        self.told.clear()
        self.problems.clear()


@dataclass
class QueuedDialogs:
    """Answers to dialogs, queued before they are asked; a dialog nobody expected fails."""

    answers: list[object] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def save_as(self, title: str, name: str, kinds: str) -> Path | None:
        answer = self._next(title)
        assert answer is None or isinstance(answer, Path)
        return answer

    def choose_files(self, title: str, kinds: str, *, many: bool = False) -> tuple[Path, ...]:
        answer = self._next(title)
        assert isinstance(answer, tuple)
        assert many or len(answer) <= 1
        return answer

    def confirm(self, question: str, detail: str, action: str) -> bool:
        return bool(self._next(question))

    def printer(self, title: str) -> object | None:
        return self._next(title)

    def _next(self, title: str) -> object:
        self.asked.append(title)
        return self.answers.pop(0)
