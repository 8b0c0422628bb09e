"""Values in, values out, on the window's own thread; dropped when nobody waits any more."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.problems import Problem
from desktop.gui.kit.background import AtOnce, Background


class Asker:
    """Somebody who waits for an answer."""


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def refuse() -> int:
    raise Problem()


def test_the_work_is_done_elsewhere_and_answered_here(background: Background, qtbot: QtBot):
    answers: list[tuple[int, int]] = []
    asker = Asker()
    background.run(
        threading.get_ident,
        then=lambda thread: answers.append((thread, threading.get_ident())),
        failed=lambda problem: pytest.fail(problem.sentence),
        owner=asker,
    )
    qtbot.waitUntil(lambda: bool(answers))
    worked_in, answered_in = answers[0]
    assert answered_in == threading.get_ident() != worked_in


def test_a_problem_goes_to_the_one_who_asked(background: Background, qtbot: QtBot):
    problems: list[Problem] = []
    asker = Asker()
    background.run(refuse, then=lambda _: None, failed=problems.append, owner=asker)
    qtbot.waitUntil(lambda: bool(problems))


def test_jobs_run_one_after_the_other_in_the_order_given(background: Background, qtbot: QtBot):
    done: list[int] = []
    asker = Asker()
    for number in range(5):
        background.run(
            lambda number=number: number,  # type: ignore[misc]
            then=done.append,
            failed=lambda problem: pytest.fail(problem.sentence),
            owner=asker,
        )
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("kind", [Asker, QObject])
def test_an_answer_is_dropped_when_its_owner_is_gone(
    kind: type[object], background: Background, qtbot: QtBot
):
    may_end, answers, witness = threading.Event(), list[bool](), list[bool]()
    owner = kind()
    background.run(lambda: may_end.wait(5), then=answers.append, failed=lambda _: None, owner=owner)
    del owner
    may_end.set()
    asker = Asker()
    background.run(lambda: True, then=witness.append, failed=lambda _: None, owner=asker)
    qtbot.waitUntil(lambda: bool(witness))
    assert answers == []


def test_the_immediate_one_answers_on_the_spot():
    answers: list[int] = []
    problems: list[Problem] = []
    AtOnce().run(lambda: 3, then=answers.append, failed=problems.append, owner=None)
    AtOnce().run(refuse, then=answers.append, failed=problems.append, owner=None)
    assert answers == [3]
    assert len(problems) == 1
