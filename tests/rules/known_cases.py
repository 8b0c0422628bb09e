"""Cases in which everything is known, and the same cases with answers taken away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

AS_OF = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
_HOURS = st.integers(min_value=-60, max_value=0)


def _time(hours: int) -> str:
    return (AS_OF + timedelta(hours=hours)).isoformat()


_BOOL = st.booleans()
_WHEN = _HOURS.map(_time)
_LONG_AGO = st.sampled_from(
    [
        "2014-08-19T12:00-04:00",
        "2016-01-05T12:00-05:00",
        "2017-07-24T12:00-04:00",
        "2019-12-12T12:00-05:00",
        "2019-12-19T00:00-05:00",
        "2026-08-05T00:00-04:00",
    ]
)
_AGENCY = st.sampled_from(
    [
        "boston_police",
        "boston_department",
        "boston_affiliate",
        "suffolk_sheriff",
        "county_sheriff",
        "trial_court",
        "department_of_correction",
        "state_police",
        "ice",
        "us_marshals",
        "other",
    ]
)
_PAPER = st.fixed_dictionaries(
    {
        "form": st.sampled_from(
            [
                "I-247A",
                "I-247G",
                "I-247D",
                "I-200",
                "I-205",
                "AO 442",
                "AO 93",
                "state_warrant",
                "court_order",
                "immigration_judge_order",
            ]
        ),
        "issued_by": st.sampled_from(["immigration_officer", "immigration_judge", "court"]),
        "criminal": _BOOL,
        "names_client": _BOOL,
        "seen": st.just(True),
        "box": st.sampled_from([1, 2]),
        "cancelled": _BOOL,
        "judicial_order": _BOOL,
    }
)
_CHARGE = st.fixed_dictionaries(
    {"status": st.sampled_from(["open", "dismissed", "acquitted", "diverted", "served"])}
)
_HOLD = st.fixed_dictionaries({"kind": st.just("probation"), "live": _BOOL})
_ACT = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(
            [
                "transfer",
                "release_time",
                "personal_information",
                "status_information",
                "status_question",
            ]
        ),
        "by": _AGENCY,
        "to": st.sampled_from(["ice", "trial_court"]),
        "at": st.one_of(_WHEN, _LONG_AGO),
        "unit": st.sampled_from(["ero", "hsi"]),
        "purpose": st.sampled_from(["civil", "criminal", "mixed"]),
        "certification": _BOOL,
        "judicial_order": _BOOL,
    }
)
_CUSTODY = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["in_custody", "released"]),
        "custodian": _AGENCY,
        "arrested_by": _AGENCY,
        "arrested_at": st.one_of(
            st.integers(min_value=-80, max_value=-1).map(_time), st.just("2014-01-01T12:00-05:00")
        ),
        "arrest_basis": st.sampled_from(["warrant", "warrantless", "protective_custody"]),
        "sober_at": _WHEN,
        "probable_cause": _BOOL,
        "exigency": _BOOL,
        "domestic": st.sampled_from(["none", "abuse_or_strangulation", "order_violation"]),
        "seen_by_judge": _BOOL,
        "ice_contract_bed": _BOOL,
    }
)
_RELEASE = st.fixed_dictionaries(
    {
        "event": st.sampled_from(["none", "recognizance", "bail_posted", "charges_ended"]),
        "bail": st.sampled_from(["not_set", "set_unpaid", "posted"]),
        "bail_refused_because_of_paper": _BOOL,
        "at": _WHEN,
        "still_held": _BOOL,
        "held_until": _WHEN,
        "stated_ground": st.sampled_from(["immigration", "processing", "court", "none_given"]),
        "ice_present": _BOOL,
        "handed_over": _BOOL,
    }
)


def _coherent(case: dict[str, Any]) -> dict[str, Any]:
    """Mend most of what chance puts together and the world does not."""
    custody, release = case["custody"], case["release"]
    federal = custody["custodian"] in ("ice", "us_marshals")
    if not federal:
        release["still_held"] = custody["state"] == "in_custody"
        release["handed_over"] = release["handed_over"] and custody["state"] == "released"
    if release["event"] == "none":
        release["bail"] = "set_unpaid"
        case["charges"] = [*case["charges"], {"status": "open"}]
    if release["event"] == "bail_posted":
        release["bail"] = "posted"
    if release["event"] == "charges_ended":
        case["charges"] = [c for c in case["charges"] if c["status"] != "open"]
    release["at"] = max(release["at"], custody["arrested_at"])
    custody["sober_at"] = max(custody["sober_at"], custody["arrested_at"])
    release["held_until"] = max(release["held_until"], release["at"])
    for act in case["acts"]:
        act["at"] = max(act["at"], custody["arrested_at"])
        if not federal and custody["state"] == "in_custody" and act["kind"] == "transfer":
            act["kind"] = "release_time"
    ordered = any(p["form"] in ("AO 442", "court_order") for p in case["papers"])
    for act in case["acts"]:
        act["judicial_order"] = act["judicial_order"] and ordered
    if release["handed_over"]:
        release["held_until"] = release["at"]
    for paper in case["papers"]:
        if paper["form"].startswith("I-"):
            paper["issued_by"] = "immigration_officer"
    return case


KNOWN_CASES: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "format": st.just("amparo-case/1"),
        "as_of": st.just(AS_OF.isoformat()),
        "complete": st.just(["papers", "holds", "charges", "acts"]),
        "client": st.fixed_dictionaries({"minor": _BOOL}),
        "custody": _CUSTODY,
        "charges": st.lists(_CHARGE, max_size=2),
        "holds": st.lists(_HOLD, max_size=1),
        "release": _RELEASE,
        "papers": st.lists(_PAPER, max_size=2),
        "acts": st.lists(_ACT, max_size=2),
    }
).map(_coherent)


@st.composite
def with_less_known(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A case, and the same case with some answers, entries or "that is all" taken away."""
    whole = draw(KNOWN_CASES)
    less: dict[str, Any] = {"format": whole["format"], "as_of": whole["as_of"]}
    for section in ("client", "custody", "release"):
        less[section] = {k: v for k, v in whole[section].items() if draw(_BOOL)}
    kept_whole = []
    for name in ("papers", "holds", "charges", "acts"):
        keep_all = draw(_BOOL)
        if keep_all:
            kept_whole.append(name)
        entries = whole[name] if keep_all else [e for e in whole[name] if draw(_BOOL)]
        less[name] = [{k: v for k, v in entry.items() if draw(_BOOL)} for entry in entries]
    less["complete"] = kept_whole
    return whole, less
