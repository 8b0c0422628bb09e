"""Invented papers as they read when somebody types them off or scans them."""

from __future__ import annotations

COURT = "UNITED STATES DISTRICT COURT for the District of Massachusetts"
AGENCY = "U.S. DEPARTMENT OF HOMELAND SECURITY"

# What stands around the number and the title of a paper, by the word of its issuer.
AROUND = {
    "immigration_officer": (
        "{}",
        AGENCY
        + " {} File No: A 000 000 000 Name: ORTEGA, Marisol. Signature of immigration officer",
        "{} TO: Boston Municipal Court, lockup. FROM: Boston field office. Serve the person.",
        "{} [ ] an immigration judge [ ] a United States District or Magistrate Court Judge",
    ),
    "immigration_judge": ("{} In the matter of Marisol Ortega. Department of Homeland Security",),
    "court": (
        "{}",
        COURT + " United States of America v. Marisol Ortega Case No. 1:26-cr-10999 {} "
        "Issuing officer's signature, Clerk of Court",
        COURT
        + " Case No. 1:26-mj-9999 {} Magistrate Judge. Special Agent, Immigration and Customs "
        "Enforcement",
    ),
}
STATE_WARRANT = (
    "Commonwealth of Massachusetts, Boston Municipal Court, docket 2601CR999999, default warrant "
    "for Marisol Ortega"
)
FEDERAL_WARRANT = (
    f"{COURT} United States of America v. Marisol Ortega Case No. 1:26-cr-10999 Arrest Warrant. "
    "Issuing officer's signature"
)
VIOLATOR_FILE = "NCIC HIT. IMMIGRATION VIOLATOR FILE. ADMINISTRATIVE WARRANT OF REMOVAL"
