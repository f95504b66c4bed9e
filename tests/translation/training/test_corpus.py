"""The corpus is built from small tables made here: deterministic, with a manifest, without test lines."""
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from mtqa.errors import MtqaError
from mtqa.translation.training import sources
from mtqa.translation.training.corpus import build_corpus
from mtqa.translation.training.inversion import Glosses

GLOSSES = {"herrero": "smith", "campos": "fields", "el": "the", "gremio": "guild"}


def literal(spanish: Sequence[str]) -> list[str]:
    """A stand-in for the rule-based translator: word by word, capitals kept."""
    out = []
    for line in spanish:
        words = [GLOSSES.get(w.lower(), w) for w in line.split()]
        out.append(" ".join(w.capitalize() if old[:1].isupper() else w for w, old in zip(words, line.split())))
    return out


def _csv(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    parallel, gazetteer = tmp_path / "data" / "parallel", tmp_path / "data" / "gazetteer"
    for number, source in enumerate(sources.SOURCES):
        folder = parallel / source.folder
        _csv(folder / "train.en", *(f"The neighbour number {number} number {i} came home early." for i in range(25)),
             "This line stands in the test set.")
        _csv(folder / "train.es", *(f"El vecino número {number} número {i} volvió pronto a casa." for i in range(25)),
             "Esta línea está en la prueba.")
        _csv(folder / "SOURCE.txt", "repo: somewhere", "licence: CC0")
    _csv(parallel / "_test" / "dev.en", "This line stands in the test set.")
    for folder_name in sources.DICTIONARIES:
        _csv(parallel / folder_name / "en_es.tsv", "smith\therrero\tm", "house\tcasa\tf", "Danish\tdanés\tadj",
             "run\tcorrer\tv", "something (see below)\tcosa\tf")
    _csv(parallel / sources.PEOPLE / "en_es.tsv", "Ana Herrero\tAna Herrero", "Leo Karlsen\tLeo Karlsen", "Cher\tCher")
    _csv(gazetteer / "curated_tenures" / "curated_tenures.csv", "person,person_es", "Rut Campos,")
    _csv(gazetteer / "every_politician_office_holders" / "all_holders.csv", "person", "Olga Lind")
    _csv(gazetteer / "names_ine_spain" / "hombres.csv", "nombre,frec,edad_media", "LEO,9000,30")
    _csv(gazetteer / "names_ine_spain" / "mujeres.csv", "nombre,frec,edad_media", "ANA,9000,30", "RARA,3,30")
    _csv(gazetteer / "names_ine_spain" / "apellidos.csv", "apellido,frec_pri,frec_seg,freq_rep", "LIND,5000,0,0")
    _csv(gazetteer / "famous_spanish_common_word_surnames" / "surname_words.csv", "surname_folded,lemma,ine_freq",
         "herrero,herrero,9000")
    _csv(gazetteer / "famous_spanish_common_word_surnames" / "persons.csv", "person", "Eva Campos")
    _csv(gazetteer / "curated_orgs" / "curated_orgs.csv", "kind,name_en,name_es", "party,El Gremio,El Gremio",
         "city,Northtown,Villanorte")
    _csv(gazetteer / "spain_places_ine" / "municipios.csv", "nombre", '"Molino, El"', "Alta/Goi")
    return tmp_path / "data"


def test_build(data: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    counts = build_corpus(data, tmp_path / "a", scale=0.002, literal=literal, report=lines.append)
    build_corpus(data, tmp_path / "b", scale=0.002, literal=literal)
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert names == sorted([*(f"{section}.tsv" for section in counts), "manifest.tsv"])
    for name in names:
        text = (tmp_path / "a" / name).read_text("utf-8")
        assert text == (tmp_path / "b" / name).read_text("utf-8")
        assert "stands in the test set" not in text
    assert len(lines) == len(counts)
    spans = (tmp_path / "a" / "inversion_spans.tsv").read_text("utf-8")
    assert "The Guild\tEl Gremio\n" in spans and "Ana Smith\tAna Herrero\n" in spans
    prose = (tmp_path / "a" / "prose.tsv").read_text("utf-8").splitlines()
    heldout = (tmp_path / "a" / "heldout.tsv").read_text("utf-8").splitlines()
    assert heldout and not set(heldout) & set(prose)
    manifest = (tmp_path / "a" / "manifest.tsv").read_text("utf-8")
    assert "source\teuroparl_cs124\tprose\t25\t" in manifest and "\tCC0\n" in manifest


def test_a_model_adds_what_it_makes_of_names(data: Path, tmp_path: Path) -> None:
    def neural(spanish: Sequence[str]) -> list[str]:
        return [line.replace("Gremio", "Gild").replace("El ", "The ") for line in spanish]

    plain = build_corpus(data, tmp_path / "a", scale=0.002, literal=literal)
    more = build_corpus(data, tmp_path / "b", scale=0.002, literal=literal, neural=neural)
    assert sorted(set(more) - set(plain)) == [
        "sampled_bodies",
        "sampled_newswire",
        "sampled_prose",
        "sampled_spans",
    ]
    assert {name: more[name] for name in plain} == plain
    assert (tmp_path / "b" / "sampled_spans.tsv").read_text("utf-8") == "The Gild\tEl Gremio\n"
    assert more["sampled_prose"] > 10 and "through our own" in (tmp_path / "b" / "manifest.tsv").read_text("utf-8")


def test_missing_data_is_one_line(data: Path, tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="not a folder"):
        build_corpus(tmp_path / "nowhere", tmp_path / "out")
    (data / "parallel" / "ud_pud" / "train.es").unlink()
    with pytest.raises(MtqaError, match=r"train\.es: missing"):
        build_corpus(data, tmp_path / "out", literal=literal)


def test_glosses_leave_first_names_and_particles() -> None:
    import random

    glosses = Glosses([("smith", "herrero", "m"), ("anna", "ana", "n"), ("of", "de", "prep")])
    assert glosses.literal(random.Random(1), "Ana de Herrero") == "Ana de Smith"
    assert glosses.literal(random.Random(1), "Leo Karlsen") == "Leo Karlsen"
