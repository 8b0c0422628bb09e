"""A case between two files: nothing is lost, nothing opens that was changed, a slip is told."""

from __future__ import annotations

import hashlib
import json
import os
import random
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.casefile import bundle
from desktop.casefile.casefile import CaseFile
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.moved_document import MovedCase, case_of, text_of
from desktop.casefile.moving import moved, plan, receive
from desktop.casefile.one_time_code import LENGTH, new_code, read_code
from desktop.casefile.recovery import LETTERS
from desktop.casefile.sensitive import without_sensitive
from desktop.domain import problems_moving
from desktop.domain.case import Case
from desktop.domain.clinic_settings import ClinicSettings
from desktop.domain.moving import Standing
from desktop.domain.problems import Problem
from desktop.domain.problems_casefile import DiskFull
from desktop.domain.problems_moving import (
    BundleDamaged,
    BundleNewer,
    BundleNotWritten,
    CaseDiffers,
    CaseWasPurged,
    CodeIncomplete,
    CodeSlipped,
    NotABundle,
    WrongCode,
)
from desktop.domain.records import CaseRecord, Keeping, LetterRow, Note
from tests.casefile.any_case import cases
from tests.casefile.conftest import RunPython

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)
NAME, CODE = "Marisol Invented", new_code()
FULL_DRIVE = """
import resource, sys
from pathlib import Path
from desktop.casefile import bundle
from desktop.casefile.cost import CHEAPEST
from desktop.casefile.one_time_code import new_code
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    bundle.write(Path(sys.argv[1]), bytes(200_000), new_code(), CHEAPEST)
except Exception as problem:
    print(type(problem).__name__)
"""


@pytest.fixture
def here() -> CaseFile:
    return CaseFile.in_memory()


@pytest.fixture
def there() -> CaseFile:
    return CaseFile.in_memory()


def grown(file: CaseFile) -> CaseRecord:
    """A case with three revisions, a note, two letters and a day of its own."""
    record = file.cases.add(Case().with_answer("client.name", NAME), file.codes.next(NOW), NOW)
    record = answered(file, record, "custody.custodian", "boston_police")
    letter(file, record, "d1")
    record = answered(file, record, "client.language", "es")
    letter(file, record, "d2")
    with file.errand():
        file.notes.add(record.id, Note("Her brother called.", "Inés Duarte", NOW))
        file.retention.keep_until(record.id, date(2027, 3, 1))
    return record


def answered(file: CaseFile, record: CaseRecord, key: str, answer: str) -> CaseRecord:
    at = record.changed_at + timedelta(hours=1)
    return file.cases.keep(record, record.case.with_answer(key, answer), at)


def letter(file: CaseFile, record: CaseRecord, digest: str) -> LetterRow:
    pdf = b"%PDF " + digest.encode() * 900
    kind, sheet = "rights", "plain"
    return file.letters.add(
        record, kind=kind, language="es", sheet=sheet, digest=digest, pdf=pdf, now=NOW
    )


def sent(file: CaseFile, case_id: str) -> MovedCase:
    """A case as the other side reads it."""
    return case_of(text_of(moved(file, case_id)), "a case")


def taken_in(file: CaseFile, case: MovedCase) -> CaseRecord:
    with file.errand():
        return receive(file, case, LATER)


def standing(file: CaseFile, case: MovedCase) -> Standing:
    return plan(file, case, LATER).arriving(case).standing


def test_a_case_arrives_with_every_revision_note_and_letter(
    here: CaseFile, there: CaseFile
) -> None:
    record = grown(here)
    came = taken_in(there, sent(here, record.id))
    assert came == record
    assert moved(there, record.id) == moved(here, record.id)
    assert [row.revision for row in there.letters.of_case(record.id)] == [3, 2]
    assert [row.id for row in there.search.find("brother", 5)] == [record.id]


@settings(
    max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
@given(st.lists(cases().map(without_sensitive), min_size=1, max_size=4), st.booleans())
def test_any_case_comes_back_as_it_went_and_goes_on_from_there(
    revisions: list[Case], both_keep: bool
) -> None:
    here, there = CaseFile.in_memory(), CaseFile.in_memory()
    for file in (here, there):
        with file.errand():
            file.settings.choose(ClinicSettings(keep_sensitive=both_keep))
    first, *others = (case.with_answer("code", "26-0001") for case in revisions)
    record = here.cases.add(first, "26-0001", NOW)
    taken_in(there, sent(here, record.id))
    for case in others:
        record = here.cases.keep(record, case, NOW)
    assert standing(there, sent(here, record.id)) is (
        Standing.GREW if record.revision > 1 else Standing.SAME
    )
    taken_in(there, sent(here, record.id))
    assert moved(there, record.id) == moved(here, record.id)
    assert standing(there, sent(here, record.id)) is Standing.SAME


def test_every_table_that_speaks_of_cases_goes_along_or_is_known_to_stay(here: CaseFile) -> None:
    tables = [name for (name,) in here._errands.rows("SELECT name FROM pragma_table_list")]
    of_cases = {
        table
        for table in tables
        for column in here._errands.rows(f"SELECT name FROM pragma_table_info('{table}')")
        if column == ("case_id",)
    }
    stays = {"journal", "searched"}  # each file's own
    assert of_cases == {"revisions", "notes", "letters"} | stays


def test_what_is_here_already_is_kept_once(here: CaseFile, there: CaseFile) -> None:
    record = grown(here)
    taken_in(there, sent(here, record.id))
    before = moved(there, record.id)
    assert standing(there, sent(here, record.id)) is Standing.SAME
    taken_in(there, sent(here, record.id))
    assert moved(there, record.id) == before


def test_what_went_on_elsewhere_is_added_and_what_stands_here_stays(
    here: CaseFile, there: CaseFile
) -> None:
    record = grown(here)
    kept_there = taken_in(there, sent(here, record.id))
    with here.errand():
        here.notes.add(record.id, Note("Noted here meanwhile.", "Inés Duarte", LATER))
    kept_there = answered(there, kept_there, "client.preferred_name", "Mari")
    letter(there, kept_there, "d3")
    back = sent(there, record.id)
    arriving = plan(here, back, LATER).arriving(back)
    assert (arriving.standing, arriving.changes, arriving.letters) == (Standing.GREW, 1, 1)
    came = taken_in(here, back)
    assert (came.revision, came.case.text("client.preferred_name")) == (4, "Mari")
    assert len(here.notes.of_case(record.id)) == 2
    assert [row.revision for row in here.letters.of_case(record.id)] == [4, 3, 2]


def test_a_file_that_is_ahead_takes_nothing_back(here: CaseFile, there: CaseFile) -> None:
    record = grown(here)
    early = sent(here, record.id)
    record = answered(here, record, "custody.place", "Station 4")
    assert standing(here, early) is Standing.SAME
    assert taken_in(here, early).case == record.case


def test_a_case_that_was_changed_in_both_files_is_not_taken_in(
    here: CaseFile, there: CaseFile
) -> None:
    record = grown(here)
    answered(there, taken_in(there, sent(here, record.id)), "custody.place", "Court")
    answered(here, record, "custody.place", "Station 4")
    before = moved(here, record.id)
    with pytest.raises(CaseDiffers), here.errand():
        receive(here, sent(there, record.id), LATER)
    assert moved(here, record.id) == before


def test_a_case_that_was_purged_here_does_not_come_back(here: CaseFile, there: CaseFile) -> None:
    record = grown(here)
    taken_in(there, sent(here, record.id))
    with there.errand():
        there.purging.take_out(record.id, LATER)
    with pytest.raises(CaseWasPurged):
        plan(there, sent(here, record.id), LATER)


def test_a_code_that_another_case_has_here_is_not_given_twice(
    here: CaseFile, there: CaseFile
) -> None:
    record = grown(here)
    other = there.cases.add(Case(), record.code, NOW)
    case = sent(here, record.id)
    assert plan(there, case, LATER).code == "26-0002"
    assert taken_in(there, case).code == "26-0002"
    assert there.cases.get(other.id).code == record.code
    assert standing(there, sent(here, record.id)) is Standing.SAME
    answered(here, record, "custody.place", "Station 4")
    came = taken_in(there, sent(here, record.id))
    assert (came.code, came.case.text("custody.place")) == ("26-0002", "Station 4")
    assert taken_in(here, sent(there, record.id)).code == record.code


def test_sensitive_facts_arrive_only_where_they_are_kept_and_are_not_lost_on_the_way_back(
    here: CaseFile, there: CaseFile
) -> None:
    with here.errand():
        here.settings.choose(ClinicSettings(keep_sensitive=True))
    case = Case().with_answer("client.nationality", "ZZ").with_answer("client.name", NAME)
    record = here.cases.add(case, "26-0001", NOW)
    came = taken_in(there, sent(here, record.id))
    assert there.cases.get(came.id).case.text("client.nationality") is None
    answered(there, there.cases.get(came.id), "client.language", "ht")
    back = taken_in(here, sent(there, record.id))
    assert here.cases.get(back.id).case.text("client.nationality") == "ZZ"
    assert here.cases.get(back.id).case.text("client.language") == "ht"


def test_a_hold_travels_and_is_never_lifted_by_a_case_that_arrives(
    here: CaseFile, there: CaseFile
) -> None:
    record = grown(here)
    with here.errand():
        here.retention.hold(record.id, True)
    taken_in(there, sent(here, record.id))
    assert there.retention.of_case(record.id) == Keeping(date(2027, 3, 1), True)
    with here.errand():
        here.retention.hold(record.id, False)
    taken_in(there, sent(here, record.id))
    assert there.retention.of_case(record.id).on_hold


def test_what_a_newer_amparo_says_is_not_guessed_at(here: CaseFile) -> None:
    told = json.loads(text_of(moved(here, grown(here).id)))
    told["revisions"][0][0]["case"]["client"]["shoe_size"] = 43
    with pytest.raises(BundleNewer) as caught:
        case_of(json.dumps(told).encode(), "a case")
    assert "shoe_size" not in caught.value.sentence
    with pytest.raises(BundleNewer):
        case_of(json.dumps({"format": "amparo-moved-case/2"}).encode(), "a case")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.data())
def test_a_text_that_lacks_something_is_refused_whole(data: st.DataObject) -> None:
    file = CaseFile.in_memory()
    told = json.loads(text_of(moved(file, grown(file).id)))
    key = data.draw(st.sampled_from(sorted(told)))
    told[key] = data.draw(st.sampled_from([..., None, 7, "", [], [7], [[1]], {"a": 1}]))
    if told[key] is ...:
        del told[key]
    try:
        case_of(json.dumps(told).encode(), "a case")
    except (NotABundle, BundleNewer):
        return
    assert key in ("notes", "letters", "keep_until", "on_hold", "code", "keeps_sensitive")


def test_a_bundle_opens_with_its_code_however_that_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "a.amparo-case"
    bundle.write(path, b"all of a case", CODE, CHEAPEST)
    typed = CODE.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert bundle.read(path, typed) == b"all of a case"
    assert b"case" not in path.read_bytes().partition(b"\n")[2]
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_no_damage_opens_and_it_is_told_apart_from_a_wrong_code(tmp_path: Path) -> None:
    path = tmp_path / "a.amparo-case"
    bundle.write(path, b"all of a case" * 9, CODE, CHEAPEST)
    whole, chance = path.read_bytes(), random.Random(5)
    for _ in range(300):
        at = chance.randrange(len(whole))
        path.write_bytes(
            whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :]
        )
        with pytest.raises(BundleDamaged):
            bundle.read(path, CODE)
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        with pytest.raises(BundleDamaged):
            bundle.read(path, CODE)
    path.write_bytes(whole)
    with pytest.raises(WrongCode):
        bundle.read(path, new_code())


def test_a_changed_byte_under_a_sum_that_was_made_to_fit_does_not_open_either(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.amparo-case"
    bundle.write(path, b"all of a case", CODE, CHEAPEST)
    whole = path.read_bytes()[:-32]
    cheaper = whole.replace(b'"passes": 1', b'"passes": 2')
    last = whole[:-1] + bytes([whole[-1] ^ 1])
    for changed in (cheaper, last):
        path.write_bytes(changed + hashlib.sha256(changed).digest())
        with pytest.raises(WrongCode):
            bundle.read(path, CODE)


def test_a_newer_bundle_and_some_other_file_are_told_apart(tmp_path: Path) -> None:
    newer = b'{"format": "amparo-bundle/2", "more": true}\n whatever comes'
    path = tmp_path / "a.amparo-case"
    path.write_bytes(newer + hashlib.sha256(newer).digest())
    with pytest.raises(BundleNewer):
        bundle.read(path, CODE)
    other = tmp_path / "letter.pdf"
    for content in (b"", b"%PDF-1.7", b"{}" * 500):
        other.write_bytes(content)
        with pytest.raises(NotABundle):
            bundle.read(other, CODE)
    with pytest.raises(NotABundle):
        bundle.read(tmp_path / "nothing here", CODE)


def test_a_cost_that_would_exhaust_the_memory_is_refused_before_it_is_paid(tmp_path: Path) -> None:
    path = tmp_path / "a.amparo-case"
    bundle.write(path, b"all of a case", CODE, CHEAPEST)
    greedy = path.read_bytes()[:-32].replace(b'"mib": 64', b'"mib": 99999')
    path.write_bytes(greedy + hashlib.sha256(greedy).digest())
    with pytest.raises(NotABundle):
        bundle.read(path, CODE)


def test_a_place_that_cannot_be_written_to_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.amparo-case"
    with pytest.raises(BundleNotWritten):
        bundle.write(path, b"all of a case", CODE, CHEAPEST)
    path.parent.mkdir()
    path.mkdir()
    (path / "theirs").touch()
    with pytest.raises(BundleNotWritten):
        bundle.write(path, b"all of a case", CODE, CHEAPEST)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="a limit that a drive stands in for")
def test_a_full_drive_leaves_nothing_and_says_so(tmp_path: Path, run_python: RunPython) -> None:
    path = tmp_path / "a.amparo-case"
    done = run_python(FULL_DRIVE, str(path))
    assert done.stdout.strip() == "BundleNotWritten", done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_full_takes_nothing_in_of_a_case(here: CaseFile, casefile: CaseFile) -> None:
    record = grown(here)
    letter(here, record, "long" * 100)
    pages = casefile._errands.rows("PRAGMA page_count")[0][0]
    casefile._errands.rows(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(DiskFull):
        taken_in(casefile, sent(here, record.id))
    assert casefile.cases.list() == ()
    casefile._errands.rows("PRAGMA max_page_count = 100000")
    assert taken_in(casefile, sent(here, record.id)) == record


def test_each_problem_has_a_code_of_its_own_and_something_to_do() -> None:
    kinds = [kind for kind in vars(problems_moving).values() if isinstance(kind, type)]
    found = [kind for kind in kinds if issubclass(kind, Problem) and kind is not Problem]
    assert len({kind.code for kind in found}) == len(found) == 12
    values = {"folder": "/f", "name": "n", "case_code": "26-0001", "expected": "16", "typed": "8"}
    for kind in found:
        assert kind.remedy
        assert "{" not in kind(**values).sentence


def test_every_single_slip_and_every_exchange_of_two_signs_is_told() -> None:
    for _ in range(20):
        signs = new_code().replace("-", "")
        assert read_code(signs).replace("-", "") == signs
        for place in range(LENGTH):
            for sign in set(LETTERS) - {signs[place]}:
                with pytest.raises(CodeSlipped):
                    read_code(signs[:place] + sign + signs[place + 1 :])
        for one, two in combinations(range(LENGTH), 2):
            if signs[one] != signs[two]:
                swapped = list(signs)
                swapped[one], swapped[two] = signs[two], signs[one]
                with pytest.raises(CodeSlipped):
                    read_code("".join(swapped))


def test_half_a_code_is_told_apart_from_a_slip() -> None:
    for typed, count in (("", "0"), (CODE[:9], "8"), (CODE + "7", "17")):
        with pytest.raises(CodeIncomplete) as caught:
            read_code(typed)
        assert caught.value.values["typed"] == count
