"""The case file's words as people say them: agencies, events, papers, languages."""

from __future__ import annotations

from desktop.language.marks import N_

SOURCE_NAMES = {
    "client": N_("the person"),
    "family": N_("family or friends"),
    "desk": N_("the desk where the person is held"),
    "docket": N_("the court's docket"),
    "lawyer": N_("the lawyer in the court case"),
    "paper": N_("the paper itself"),
    "staff": N_("somebody at the clinic"),
}

ROLE_NAMES = {
    "attorney": N_("attorney"),
    "accredited_representative": N_("accredited representative"),
    "advocate": N_("advocate or paralegal"),
    "volunteer": N_("volunteer or student"),
    "administrator": N_("administrator (looks after the file)"),
}

AGENCY_NAMES = {
    "boston_police": N_("Boston police"),
    "boston_department": N_("another City of Boston department"),
    "boston_affiliate": N_("Boston schools, health commission or housing authority"),
    "municipal_police": N_("police of another city or town"),
    "suffolk_sheriff": N_("Suffolk County Sheriff (Nashua Street, South Bay)"),
    "county_sheriff": N_("sheriff of another county"),
    "state_police": N_("State Police"),
    "transit_police": N_("MBTA Transit Police"),
    "campus_police": N_("campus or hospital police"),
    "trial_court": N_("court officers (Trial Court)"),
    "probation": N_("Probation"),
    "district_attorney": N_("District Attorney"),
    "department_of_correction": N_("state prison (Department of Correction)"),
    "youth_services": N_("Department of Youth Services"),
    "ice": N_("ICE"),
    "us_marshals": N_("U.S. Marshals"),
    "other_federal": N_("another federal agency"),
    "other": N_("another state or local agency"),
}

# The same inside a sentence.
AGENCIES_SPOKEN = {
    **AGENCY_NAMES,
    "boston_affiliate": N_("the Boston schools, health commission or housing authority"),
    "suffolk_sheriff": N_("the Suffolk County sheriff"),
    "county_sheriff": N_("another county's sheriff"),
    "trial_court": N_("court officers"),
    "district_attorney": N_("the District Attorney"),
    "department_of_correction": N_("the state prison"),
    "youth_services": N_("the Department of Youth Services"),
}

WORD_NAMES: dict[str, dict[str, str]] = {
    "custody.state": {"in_custody": N_("Held now"), "released": N_("Let go")},
    "custody.arrest_basis": {
        "warrant": N_("A court's warrant"),
        "warrantless": N_("No warrant"),
        "protective_custody": N_("Protective custody"),
        "immigration_paper_only": N_("An immigration paper only"),
    },
    "custody.domestic": {
        "none": N_("None of these"),
        "abuse_or_strangulation": N_("Abuse of a household member, or strangulation"),
        "abuse_with_order_in_force": N_("Abuse while a protective order is in force"),
        "order_violation": N_("Violating a protective order"),
    },
    "custody.ice_place": {"hold_room": N_("An ICE hold room"), "jail": N_("A jail")},
    "release.event": {
        "none": N_("Nothing yet"),
        "recognizance": N_("Let go on a promise to come back"),
        "bail_posted": N_("Bail was paid"),
        "charges_ended": N_("Every charge ended"),
        "acquitted": N_("Found not guilty"),
        "sentence_served": N_("Sentence served"),
        "diversion": N_("Sent to a program (diversion)"),
        "protective_custody_ended": N_("Protective custody ended"),
        "no_probable_cause": N_("No probable cause found"),
        "released_to_adult": N_("Let go to an adult"),
        "other": N_("Something else"),
    },
    "release.bail": {
        "not_set": N_("Not set"),
        "set_unpaid": N_("Set, not paid"),
        "posted": N_("Paid"),
    },
    "release.stated_ground": {
        "immigration": N_("Immigration"),
        "processing": N_("Paperwork, processing"),
        "court": N_("A court"),
        "none_given": N_("No reason given"),
    },
    "immigration.entry": {
        "without_inspection": N_("Without inspection"),
        "admitted": N_("Admitted"),
        "paroled": N_("Paroled"),
        "resident": N_("With a green card"),
    },
    "papers.issued_by": {
        "immigration_officer": N_("An immigration officer"),
        "immigration_judge": N_("An immigration judge"),
        "court": N_("A court"),
        "foreign": N_("Another country"),
    },
    "papers.signed_by": {
        "judge": N_("A judge"),
        "clerk": N_("A clerk of court"),
        "immigration_officer": N_("An immigration officer"),
        "immigration_judge": N_("An immigration judge"),
    },
    "papers.box": {"1": N_("Box 1"), "2": N_("Box 2")},
    "papers.grounds": {"a": N_("a"), "b": N_("b"), "c": N_("c"), "d": N_("d")},
    "charges.status": {
        "open": N_("Open"),
        "dismissed": N_("Dismissed"),
        "nolle_prosequi": N_("Dropped by the prosecutor"),
        "acquitted": N_("Not guilty"),
        "diverted": N_("Sent to a program"),
        "served": N_("Sentence served"),
        "sentenced": N_("Serving a sentence"),
    },
    "charges.kind": {
        "theft": N_("Theft"),
        "larceny": N_("Larceny"),
        "shoplifting": N_("Shoplifting"),
        "burglary": N_("Burglary"),
        "assault_on_officer": N_("Assault on an officer"),
        "death_or_serious_injury": N_("Death or serious injury"),
        "other": N_("Something else"),
    },
    "holds.kind": {
        "ma_warrant": N_("A Massachusetts warrant"),
        "other_state_warrant": N_("Another state's warrant"),
        "probation": N_("Probation"),
        "parole": N_("Parole"),
        "dangerousness": N_("Dangerousness order"),
        "bail_revocation": N_("Bail revoked"),
        "sentence": N_("Another sentence"),
        "civil_commitment": N_("Civil commitment"),
        "release_condition": N_("A condition to meet first"),
        "bail_on_another_docket": N_("Unpaid bail in another case"),
    },
    "acts.kind": {
        "transfer": N_("Handed the person to ICE"),
        "release_time": N_("Told ICE the release time"),
        "personal_information": N_("Told ICE personal information"),
        "status_information": N_("Told ICE immigration status"),
        "status_question": N_("Asked about immigration status"),
        "arrest": N_("Made an arrest"),
        "joint_operation": N_("Took part in an ICE operation"),
        "property_use": N_("Let ICE use public property"),
        "ice_arrest": N_("ICE made an arrest itself"),
    },
    "acts.unit": {
        "ero": N_("ICE-ERO (deportation)"),
        "hsi": N_("ICE-HSI (investigations)"),
    },
    "acts.purpose": {
        "civil": N_("Immigration only"),
        "criminal": N_("A criminal matter"),
        "mixed": N_("Both"),
    },
}

FORM_NAMES = {
    "I-247A": N_("I-247A, detainer"),
    "I-247G": N_("I-247G, asks for notice only"),
    "I-247D": N_("I-247D, older detainer"),
    "I-247N": N_("I-247N, older notice request"),
    "I-247X": N_("I-247X, older transfer request"),
    "I-247": N_("I-247, oldest detainer"),
    "I-200": N_("I-200, ICE arrest warrant"),
    "I-205": N_("I-205, ICE removal warrant"),
    "I-862": N_("I-862, Notice to Appear"),
    "AO 442": N_("AO 442, court's arrest warrant"),
    "AO 93": N_("AO 93, court's search warrant"),
    "AO 91": N_("AO 91, court's complaint"),
    "state_warrant": N_("Massachusetts warrant"),
    "court_order": N_("Another court order"),
    "immigration_judge_order": N_("Immigration judge's order"),
    "ncic_printout": N_("NCIC printout"),
    "foreign_notice": N_("Another country's notice"),
    "unknown": N_("Not known which form"),
}

LANGUAGE_NAMES = {
    "en": "English",
    "es": "Español",
    "ht": "Kreyòl ayisyen",
    "kea": "Kriolu kabuverdianu",
    "pt": "Português",
    "zh-Hans": "简体中文",
    "zh-Hant": "繁體中文",
    "vi": "Tiếng Việt",
    "ar": "العربية",
    "so": "Soomaali",
    "fr": "Français",
    "ru": "Русский",
}
