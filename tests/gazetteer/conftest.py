"""A tiny folder of sources in the real formats, and the gazetteer built from it. All people are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa.gazetteer import Gazetteer
from mtqa.gazetteer.build import lexicon
from mtqa.gazetteer.build.pipeline import BuildReport, build
from mtqa.gazetteer.build.sources import facts

TABLES = {
    "gazetteer/curated_orgs/curated_orgs.csv": """\
kind,country,name_es,name_en,en_also,es_also,acronym_es,acronym_en,keep_original,since,until,confidence
newspaper,ES,El Faro,El Faro,,,,,yes,,,high
party,ES,Juntas Sumamos,Juntas Sumamos,Together We Add,,JS,JS,yes,,,high
intl_org,INT,Liga Mundial del Mar,World Sea League,Sea League,,LMM,WSL,no,,,high
city,UA,Jarkivia,Kharkivia,,,,,no,,,high
person_transliteration,UA,Olexi Jomenko,Oleksiy Khomenko,,,,,no,,,high
""",
    "gazetteer/curated_tenures/curated_tenures.csv": """\
person,person_es,en_also,office,country_or_body,start,end,as_of,confidence
Marta Piedra,,,prime minister,ES,2018-06,,2025-12,high
Lukasz Kowal,,,president,PL,2015-08,2020-08,2025-12,high
Ewa Zając,Ewa Zajac,,president,PL,2020-08,,2025-12,high
Jan Pole,,,foreign minister,PL,2019-01,2023-12,2025-12,high
Otto Berg,,Otto von Berg,secretary general,WSL,2014-10,2024-09,2025-12,high
Ines Calle,,,interim president,PL,2020-07,2020-08,2025-12,high
""",
    "gazetteer/every_politician_office_holders/all_holders.csv": """\
country,office,office_qid,person,person_qid,start,end,source_repo
Poland,President of Poland,Q1,Łukasz Kowal,Q900001,2015-08-06,2020-08-06,test/world
Poland,Minister of Economy and Finance,,Anna Nowa,Q900002,2016-02-01,2018-01-09,test/world
Scotland,First Minister,,Fiona Gray,Q900003,2014-11-20,,test/world
""",
    "gazetteer/every_politician_office_holders/all_legislators.csv": """\
country,office,office_qid,person,person_qid,start,end,source_repo
Spain,Member of the Congress of Deputies,,MARÍA DEL MAR REY LAGO,Q900004,2019-12-03,,test/spain
Spain,Member of the Congress of Deputies,,Лев Толстов,Q900005,2019-12-03,,test/spain
""",
    "gazetteer/persons_en_es_wikipedia2012/parallel_eng_spa.tsv": (
        "name_eng\tname_spa\nDmitry Volkov (pianist)\tDmitri Vólkov\nJames Grant\tJames Grant\n"
        "Leo (Emperor)\tLeo el Grande\nPablo Concede\tPablo Concede\n"
    ),
    "gazetteer/names_ine_spain/apellidos.csv": (
        "apellido,frec_pri,frec_seg,freq_rep\nPIEDRA,4000,3900,1\nREY,30000,29000,900\nLAGO,9000,9000,30\n"
    ),
    "gazetteer/names_ine_spain/hombres.csv": "nombre,frec,edad_media\nPABLO,90000,30\n",
    "gazetteer/names_ine_spain/mujeres.csv": "nombre,frec,edad_media\nMARIA,500000,50\nMARTA,100000,30\nMAR,6000,40\n",
    "gazetteer/names_lemarios/lemario-general-del-espanol.txt": "faro\npiedra\njunto\nsumar\nmar\nel\n",
    "parallel/dict_wiktionary2015/en_es.tsv": (
        "lighthouse\tfaro\tm\nto add\tsumar\tv\ntogether\tjunto\tadj\nstone\tpiedra\tf\nrock\tpiedra\tf\nsea\tmar\tm\n"
        "to grant\tconceder\tv\nSpanish surname\tpiedra\tprop\n"
    ),
    "parallel/dict_mananoreboton/en_es.tsv": "stone\tpiedra\t{f}\nheadlight\tfaro\t{m}\nto add (up)\tsumar\t{v}\n",
    "parallel/tatoeba_manythings/train.en": "The lighthouse is near the sea.\n" * 9 + "I threw a stone.\n" * 9,
    "parallel/tatoeba_manythings/train.es": "El faro está cerca del mar.\n" * 9 + "Tiré una piedra.\n" * 9,
}
FREQUENCIES = {
    "en": {"the": 7.7, "stone": 4.8, "rock": 4.9, "together": 5.5, "add": 5.0, "lighthouse": 3.7, "grant": 4.8},
    "es": {"el": 7.5, "piedra": 4.8, "faro": 4.0, "sumar": 4.2},
}


def write_tables(root: Path) -> None:
    for name, text in TABLES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def build_tiny(root: Path, output: Path) -> BuildReport:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon, "frequency_table", lambda lang, least=1.0: FREQUENCIES[lang])
        return build(root / "gazetteer", output, root / "parallel", False, lambda text: None, without=[facts.SOURCE])


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sources")
    write_tables(root)
    return root


@pytest.fixture(scope="session")
def built(sources: Path) -> tuple[Path, BuildReport]:
    path = sources / "tiny.mtqg"
    return path, build_tiny(sources, path)


@pytest.fixture(scope="session")
def tiny(built: tuple[Path, BuildReport]) -> Iterator[Gazetteer]:
    yield Gazetteer.open(built[0])
