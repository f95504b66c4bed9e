"""What the training corpus is made of: folders of parallel text, how much of each, and its licence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import MtqaError


@dataclass(frozen=True)
class Source:
    """One folder of sentence pairs and the section of the corpus it goes to.

    ``words`` caps what is taken from it (English words, chosen at random); 0 takes all.
    """

    folder: str
    section: str
    words: int = 0


_PROSE = (
    "europarl_cs124",
    "globalvoices_via_aymara",
    "mt_geneval",
    "mintaka_es",
    "xquad",
    "ud_pud",
    "ropensci_blog",
    "cs_unplugged",
    "opensource_guide",
    "vote_gov",
    "vita_min_taxhelp",
    "ddp_health_studies",
)
_DOCUMENTATION = (
    "bitcoin_org",
    "carpentries_shell",
    "cncf_glossary",
    "django_docs",
    "electron_docs",
    "gnome_user_docs",
    "inaturalist",
    "login_gov_site",
    "monero_site",
    "nodejs_site",
    "php_docs",
    "privacyguides",
    "python_docs_es",
    "scratch_l10n",
    "yii2_guide",
    "zf1_manual",
    "openstax_precalculus",
)
_PRODUCT = (
    "ms_azure_information_protection",
    "ms_business_central",
    "ms_configmgr",
    "ms_customer_insights",
    "ms_dynamics_operations",
    "ms_intune",
    "ms_powershell",
    "ms_project_operations",
)

SOURCES: tuple[Source, ...] = (
    Source("tatoeba_manythings", "tatoeba"),
    Source("tatoeba_extra", "tatoeba"),
    *(Source(folder, "prose") for folder in _PROSE),
    Source("debian_website", "announcements"),
    Source("openstax_ccby", "textbooks"),
    *(Source(folder, "documentation", words=30_000) for folder in _DOCUMENTATION),
    *(Source(folder, "documentation", words=15_000) for folder in _PRODUCT),
)
"""Sections in the order in which a pair that stands in two of them is kept."""

DICTIONARIES = ("dict_wiktionary2015", "dict_mananoreboton")
PEOPLE = "names_wikipedia_people"
GAZETTEER_TABLES = (
    "famous_spanish_common_word_surnames",
    "curated_orgs",
    "curated_tenures",
    "every_politician_office_holders",
    "names_ine_spain",
    "spain_places_ine",
)


def licence_of(folder: Path) -> str:
    """The licence that ``SOURCE.txt`` of a data folder states, on one line."""
    note = folder / "SOURCE.txt"
    if not note.is_file():
        return "not stated"
    match = re.search(r"^licence:\s*(.+)$", note.read_text("utf-8"), re.MULTILINE)
    if match:
        return match.group(1).strip()
    match = re.search(r"\b(CC0|CC[- ]BY[-\w. ]*\d(?:\.\d)?|public domain|MIT)\b", note.read_text("utf-8"))
    return match.group(1) if match else "see SOURCE.txt"


def read_pairs(folder: Path) -> list[tuple[str, str]]:
    """The sentence pairs of ``train.en`` and ``train.es`` in a folder.

    Raises MtqaError when a file is missing or the two differ in length.
    """
    sides = []
    for name in ("train.en", "train.es"):
        path = folder / name
        if not path.is_file():
            raise MtqaError(f"{path}: missing; give the data folder that holds parallel/")
        sides.append(path.read_text("utf-8").split("\n"))
    if len(sides[0]) != len(sides[1]):
        raise MtqaError(f"{folder}: train.en has {len(sides[0])} lines and train.es {len(sides[1])}")
    return list(zip(sides[0], sides[1]))
