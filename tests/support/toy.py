"""A toy gazetteer of invented people and bodies, in the real format, and helpers that make a rule's test one line.

``passes(rule, text)`` holds when the rule shows nothing; ``fails(rule, text, span, suggestion)`` when it flags just
that span with that suggestion first (as translate-toolkit's checks are tested).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mtqa.config.settings import Settings
from mtqa.document.readers.text import read_text
from mtqa.findings import Finding
from mtqa.gazetteer import Entity, Gazetteer, Name, Tenure
from mtqa.gazetteer.build.demonyms import territories_json
from mtqa.gazetteer.build.dictionaries import dictionary_sections
from mtqa.gazetteer.build.heads import head_sections
from mtqa.gazetteer.build.lexicon import word_sections
from mtqa.gazetteer.build.skeletons import skeleton_sections
from mtqa.gazetteer.build.write import entity_sections, meta_section
from mtqa.gazetteer.container import pack
from mtqa.gazetteer.records import Expected
from mtqa.linting import Linter

DAY = date(2020, 5, 4)


def person(
    name: str, family: str, *tenures: Tenure, country: str = "", spanish: str = "", prominence: float = 0.8
) -> Entity:
    names = [Name(name, "en" if spanish else "mul", "preferred")]
    if spanish:
        names.append(Name(spanish, "es", "preferred"))
    return Entity(f"toy:{name}", "person", "", country, tuple(names), tenures, prominence, False, ("toy",), family)


def body(
    kind: str, subkind: str, english: str, spanish: str, *, country: str = "", acronyms: Sequence[tuple[str, str]] = (),
    keep: bool = False, prominence: float = 0.7,
) -> Entity:  # fmt: skip
    names = [Name(english, "en", "preferred"), Name(spanish, "es", "preferred")]
    if keep:
        names = [Name(spanish, "es", "preferred")]
    names += [Name(text, lang, "acronym") for text, lang in acronyms]
    return Entity(f"toy:{spanish}", kind, subkind, country, tuple(names), (), prominence, keep, ("toy",))


def tenure(office: str, country: str, start: str = "2018-01", end: str = "2024-01") -> Tenure:
    return Tenure(office, country, start, end, "toy")


@dataclass
class Toy:
    """What the toy gazetteer holds; every test may add to it."""

    entities: list[Entity] = field(default_factory=list)
    expected: dict[str, tuple[Expected, ...]] = field(default_factory=dict)
    english: dict[str, float] = field(default_factory=dict)
    spanish: dict[str, float] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    surnames: dict[str, int] = field(default_factory=dict)
    glosses: dict[str, dict[str, float]] = field(default_factory=dict)

    def write(self, path: Path) -> Path:
        entities = sorted(self.entities, key=lambda entity: (-entity.prominence, entity.id))
        senses: dict[str, dict[str, float]] = {}
        for english, found in self.glosses.items():
            for spanish, weight in found.items():
                senses.setdefault(spanish, {})[english] = weight
        frequencies: Mapping[str, Mapping[str, float]] = {"en": self.english, "es": self.spanish}
        sections = {
            "meta": meta_section({"entities": len(entities)}),
            **entity_sections(entities, self.expected),
            **skeleton_sections(entities),
            **head_sections(entities),
            "territories": territories_json(),
            **word_sections(frequencies, self.given, self.surnames, set(self.spanish)),
            **dictionary_sections(self.glosses, senses),
        }
        path.write_bytes(pack(sections))
        Gazetteer.open(path).verify()
        return path


def toy() -> Toy:
    """Invented holders of real kinds of office in real countries, and words enough for sentences around them."""
    small = (
        "the of and a in on to with he she said met was is by from for at that they we it not as were have it's".split()
    )
    common = (
        "president minister prime mayor newspaper party story friday monday city road hill bell bells white tree trees"
        " doubt market reached closed opened visited told signed today people winter house open union workers world"
        " health"
        " alliance progressive ten organization river cup church more can council general bridge fence torn spoke"
        " meeting week neighbors"
    ).split()
    return Toy(
        entities=[
            person("Matej Encinas", "Encinas", tenure("president", "SK"), country="SK", prominence=1.0),
            person("Ingrid Sommer", "Sommer", tenure("president", "AT"), country="AT", prominence=1.0),
            person("Marta Ozola", "Ozola", tenure("president", "LV", end=""), country="LV", prominence=1.0),
            person("Rosalía Campanas", "Campanas", tenure("mayor", "ES"), country="ES", prominence=0.7),
            person(
                "Oleksiy Khmaruk", "Khmaruk", tenure("president", "MD"), country="MD", spanish="Oleksi Jmaruk",
                prominence=1.0,
            ),
            Entity("toy:lushko", "person", "", "RU", (Name("Yury Lushko", "en", "preferred"), Name("Yuri Lushko", "es",
                   "preferred"), Name("Yuri Liushko", "es", "alias")), (tenure("mayor", "RU"),), 0.9, False, ("toy",),
                   "Lushko"),
            person("Jimena Colina", "Colina", tenure("minister of culture", "ES"), country="ES", prominence=0.7),
            person("Tirso de la Colina", "de la Colina", tenure("minister of justice", "CL"), country="CL",
                   prominence=0.7),
            person("Iker Cerca Ozola", "Cerca Ozola", tenure("minister of health", "CL"), country="CL", prominence=0.7),
            person("Pablo Vecinos", "Vecinos", tenure("minister of culture", "ES"), country="ES", prominence=0.9),
            person("Jimena Torda", "Torda", tenure("mayor", "ES"), country="ES", prominence=0.7),
            person("Iker Matej Encinas de la Colina Ozola", "Encinas de la Colina Ozola", tenure("mayor", "ES"),
                   country="ES", prominence=0.6),
            person("Omar Samir al Harun", "al Harun", tenure("minister of health", "SY"), country="SY", prominence=0.7),
            person("Rosa Lume da Torda", "da Torda", tenure("mayor", "PT"), country="PT", prominence=0.7),
            person("Rosa Luisa Campos", "Campos", tenure("deputy mayor", "PT"), country="PT", prominence=0.6),
            person("Rosa Luisa Martínez", "Martínez", tenure("mayor", "PT"), country="PT", prominence=0.6),
            person("Iker Ozola Retoño", "Ozola Retoño", tenure("mayor", "CL"), country="CL", prominence=0.6),
            person("Vanja Torriani", "Torriani", tenure("prime minister", "HR"), country="HR", prominence=0.9),
            person("Louise II", "", tenure("monarch", "BE"), country="BE", spanish="Luisa II", prominence=1.0),
            Entity("toy:dorin", "person", "", "UA", (Name("Sergei Dorin", "en", "preferred"),
                   Name("Serguéi Dorin", "es", "derived")), (tenure("mayor", "UA"),), 0.6, False, ("toy",), "Dorin"),
            person("Nadine Bouchetard", "Bouchetard", tenure("president", "FR"), country="FR", prominence=1.0),
            person("Louise Karsten", "Karsten", tenure("minister of health", "NL"), country="NL", prominence=0.6),
            person("Vanna Keorath", "Keorath", tenure("minister of finance", "KH"), country="KH", prominence=0.9),
            person("Vanna Leonath", "Leonath", tenure("minister of finance", "UA"), country="UA", prominence=0.9),
            body("media", "newspaper", "Novostnik-Vestiya", "Nóvostnik-Vestia", country="RU", prominence=0.9),
            person("Walid Rachud", "Rachud", tenure("president", "SY"), country="SY", prominence=1.0),
            body("media", "newspaper", "La Colina", "La Colina", country="ES", keep=True),
            body("party", "party", "Por Colina", "Por Colina", country="ES", keep=True, prominence=0.7),
            body("party", "party", "Más Campo", "Más Campo", country="ES", keep=True, prominence=0.8),
            Entity("toy:vecinos", "party", "party", "ES", (Name("Vecinos – Partido de la Villa", "es", "preferred"),
                   Name("Vecinos", "es", "alias")), (), 0.7, True, ("toy",)),
            body("party", "party", "Encinas en Común", "Encinas en Común", country="ES", keep=True, prominence=0.7),
            body("place", "region", "Campo y Monte", "Campo y Monte", country="ES", keep=True, prominence=0.7),
            body("media", "newspaper", "El Puente", "El Puente", country="ES", keep=True, prominence=0.6),
            body("party", "party", "Más Podemos", "Más Podemos", country="ES", keep=True, prominence=0.8),
            body("party", "party", "Vega Unida", "Vega Unida", country="ES", keep=True),
            body("party", "party", "Neighbors", "Vecinos", country="CL", prominence=0.2),
            body("media", "newspaper", "Estado de Víshkov", "Estado de Víshkov", country="ES", keep=True),
            body("media", "newspaper", "Invierno Abierto", "Invierno Abierto", country="ES", keep=True),
            body("work", "film", "Ministro de Sanidad", "Ministro de Sanidad", country="ES", keep=True),
            body("place", "bay", "Bahía de Campanas", "Bahía de Campanas", country="ES", keep=True),
            body("media", "newspaper", "El Camino", "El Camino", country="ES", keep=True, prominence=0.6),
            body("media", "newspaper", "The Road", "The Road", country="US", prominence=0.2),
            body("media", "newspaper", "El Mercado", "El Mercado", country="ES", keep=True, prominence=0.6),
            body("media", "magazine", "The Market", "The Market", country="GB", prominence=0.7),
            body("media", "newspaper", "La Villarrota", "La Villarrota", country="ES", keep=True, prominence=0.6),
            body("organisation", "agency", "General Alliance for Winter", "Alianza General para el Invierno",
                 country="ES"),
            body("organisation", "intl_org", "Road Market Panel", "Junta del Mercado del Camino"),
            body("organisation", "intl_org", "Monterland Alliance", "Alianza de Montelandia"),
            body("party", "party", "Brodovan Bell", "Campana Brodovan", country="ES"),
            body("media", "newspaper", "Encina del Talga", "Encina del Talga", country="ES", keep=True),
            body("media", "newspaper", "Diez Mercados", "Diez Mercados", country="ES", keep=True),
            body("media", "channel", "Mercado 12", "Mercado 12", country="ES", keep=True),
            body("organisation", "company", "Nueva Torda", "Nueva Torda", country="ES", keep=True),
            body("organisation", "company", "Torda", "Torda", country="ES", keep=True),
            body("place", "city", "Vyshkiv", "Víshkov", country="UA", prominence=0.8),
            body("place", "city", "Brodiv", "Brodov", country="UA", prominence=0.7),
            body("place", "city", "Talgan", "Talgán", country="KZ", prominence=0.8),
            body("place", "city", "Veldan", "Veldán", country="DK", prominence=0.8),
            Entity("toy:talgueño", "demonym", "", "ES", (Name("from Talga", "en", "preferred"), Name("talgueño", "es",
                   "preferred"), Name("talgueños", "es", "alias"), Name("talgués", "es", "alias")), (), 0.2),
            Entity("toy:kalvan", "place", "city", "GE", (Name("Kalvan", "en", "preferred"),), (), 0.8),
            Entity("toy:almas", "place", "city", "PT", (Name("Almás", "mul", "preferred"),), (), 0.8),
            Entity("toy:morlanne", "place", "city", "FR", (Name("Morlanneville", "mul", "preferred"),), (), 0.8),
            body("organisation", "league", "Northern Bell League", "Liga Norte de Campanas", country="ES"),
            Entity("toy:brodov", "place", "city", "CL", (Name("Brodov", "mul", "preferred"),), (), 0.2),
            body("organisation", "intl_org", "Field Bell Alliance", "Alianza de las Campanas del Campo"),
            body("party", "party", "Alliance for Hills", "Alianza por la Colina", country="ES"),
            body("party", "party", "Progressive Alliance", "Alianza Progresista", country="ES"),
            body("work", "film", "The Last Bell", "Diez Campanas", country="ES", prominence=0.5),
            body("media", "newspaper", "Hoy", "Hoy", country="ES", keep=True),
            body("media", "newspaper", "Hoy Español", "Hoy Español", country="ES", keep=True),
            body("organisation", "intl_org", "World Tree Organization", "Organización Mundial del Árbol",
                 acronyms=[("WTO", "en"), ("OMA", "es")]),
            body("organisation", "intl_org", "World Tax Exchange", "Organización Mundial de Impuestos",
                 acronyms=[("WTX", "en"), ("OMX", "es")]),
            Entity("toy:omx", "party", "party", "CZ", (Name("Open Market Party", "en", "preferred"),
                   Name("Partido del Mercado", "es", "preferred"), Name("OMX", "mul", "acronym")), (), 0.7),
            body("organisation", "intl_org", "European Bell Union", "Unión Europea de Campanas",
                 acronyms=[("EBU", "en"), ("UEC", "es")]),
            body("organisation", "intl_org", "Winter Market Council", "Consejo del Mercado de Invierno",
                 acronyms=[("WMC", "en"), ("CMI", "es")]),
        ],
        expected={
            "toy:Liga Norte de Campanas": tuple(
                Expected(text, "Liga Norte de Campanas", ("model",), False)
                for text in ("League North of Campanas", "Northern League", "North League")
            ),
            "toy:Hoy Español": (Expected("Today the Spanish", "Hoy Español", ("dictionary", "apertium"), False),),
            "toy:Hoy": (Expected("Today", "Hoy", ("dictionary", "apertium"), False),),
            "toy:La Colina": (Expected("The Hill", "La Colina", ("dictionary", "apertium"), False),),
            "toy:Encinas en Común": (Expected("Oaks in Common", "Encinas en Común", ("dictionary",), False),),
            "toy:Campo y Monte": (Expected("Field and Mountain", "Campo y Monte", ("dictionary",), False),),
            "toy:El Camino": (Expected("The Road", "El Camino", ("dictionary", "apertium"), True),),
            "toy:Alianza de Montelandia": (
                Expected("Alliance of Montelandia", "Alianza de Montelandia", ("dictionary",), False),
            ),
            "toy:Diez Mercados": (Expected("Ten Markets", "Diez Mercados", ("dictionary",), False),),
            "toy:Mercado 12": (Expected("Market 12", "Mercado 12", ("dictionary",), False),),
            "toy:El Mercado": (Expected("The Market", "El Mercado", ("dictionary", "apertium"), True),),
            "toy:Nueva Torda": (Expected("New Torda", "Nueva Torda", ("dictionary", "apertium"), False),),
            "toy:El Puente": (Expected("The Bridge", "El Puente", ("dictionary",), False),),
            "toy:Más Podemos": (Expected("More Can", "Más Podemos", ("dictionary", "apertium"), False),),
            "toy:Jimena Torda": (Expected("Jimena Winter", "Jimena Torda", ("apertium",), False),),
            "toy:Jimena Colina": (Expected("Jimena Hill", "Jimena Colina", ("dictionary",), False),),
            "toy:Por Colina": (Expected("For Hill", "Por Colina", ("dictionary", "apertium"), False),),
            "toy:vecinos": (Expected("Neighbors", "Vecinos", ("dictionary", "apertium"), True),),
            "toy:Estado de Víshkov": (Expected("State of Vyshkiv", "Estado de Víshkov", ("apertium",), False),),
            "toy:Invierno Abierto": (Expected("Open Winter", "Invierno Abierto", ("dictionary", "apertium"), False),),
            "toy:Bahía de Campanas": (Expected("Bay of Bells", "Bahía de Campanas", ("dictionary",), False),),
            "toy:Ministro de Sanidad": (Expected("Minister of Health", "Ministro de Sanidad", ("apertium",), False),),
            "toy:Más Campo": (Expected("More Field", "Más Campo", ("dictionary", "apertium"), False),),
        },
        english={**dict.fromkeys(small, 6.5), **dict.fromkeys(common, 4.8), "more": 6.3, "can": 6.4,
                 "new": 6.2,
                 "oaks": 3.6, "field": 4.8, "yuri": 3.6, "sapling": 2.4},
        spanish={"campana": 4.0, "campanas": 3.8, "colina": 4.0, "encina": 3.4, "encinas": 3.3, "matej": 1.2,
                 "vecinos": 4.2, "paul": 3.0, "pablo": 4.9, "juan": 5.3, "luisa": 4.4, "yuri": 3.6, "talgán": 3.2,
                 "veldán": 3.2, "almás": 3.0, "veldense": 2.5, "montense": 2.5, "portense": 2.5, "valla": 3.4,
                 "montelandia": 1.0},
        given={"matej": 900, "ingrid": 4000, "pablo": 260000, "paul": 90000, "juan": 1000000, "rosalia": 30000,
               "luisa": 90000, "louise": 60000, "walid": 9000, "ingaredo": 900, "kevin": 90000, "angel": 200000,
               "sergei": 9000, "jimena": 900, "tirso": 2000, "omar": 9000, "rosa": 90000, "iker": 9000},
        surnames={"khrubenko": 900, "sirovsky": 900, "campanas": 900, "sommer": 4000, "hill": 400000,
                  "white": 500000, "encinas": 3000,
                  "plaza": 3000, "camino": 3000},
        glosses={
            "oaks": {"encina": 0.8, "roble": 0.8},
            "bell": {"campana": 0.9},
            "bells": {"campana": 0.8},
            "hill": {"colina": 0.8, "cerro": 0.8},
            "stone fence": {"cerca": 0.8},
            "fence": {"valla": 0.8},
            "torn": {"roto": 0.8},
            "open winter": {"invierno abierto": 0.6},
            "more": {"más": 0.9},
            "field": {"campo": 0.9},
            "ingrid": {},
            "veldanese": {"veldense": 0.9},
            "mountaineer": {"montense": 0.9},
            "portuese": {"portense": 0.9},
            "john": {"juan": 0.9},
            "alliance": {"alianza": 0.9},
            "market": {"mercado": 0.9, "plaza": 0.2},
            "road": {"camino": 0.8},
            "progressive": {"progresista": 0.9},
            "ten": {"diez": 0.9},
            "paul": {"pablo": 0.9},
            "neighbors": {"vecino": 0.8},
            "sapling": {"retoño": 0.9},
            "winter": {"invierno": 0.9},
            "council": {"junta": 0.8},
        },
    )  # fmt: skip


class Checker:
    """Lints one-line texts with a toy gazetteer, without models."""

    def __init__(self, path: Path, as_of: date | None = DAY) -> None:
        self.settings = Settings(as_of=as_of, gazetteer=path, use_models=False)
        self.linter = Linter(self.settings)

    def shown(self, text: str, rule: str | None = None) -> list[Finding]:
        """The findings that are shown by default, of one rule or of all."""
        found = self.linter.lint(read_text(text, "story.txt"))
        return [f for f in found if f.severity != "info" and rule in (None, f.rule)]

    def passes(self, rule: str | None, text: str) -> None:
        found = self.shown(text, rule)
        assert not found, [(f.code, f.text, f.suggestions, f.confidence) for f in found]

    def fails(self, rule: str, text: str, span: str, suggestion: str) -> Finding:
        found = self.shown(text)
        assert [(f.rule, f.text) for f in found] == [(rule, span)], [(f.code, f.text, f.confidence) for f in found]
        assert found[0].suggestions[0] == suggestion
        assert text[found[0].start : found[0].end] == span
        return found[0]
