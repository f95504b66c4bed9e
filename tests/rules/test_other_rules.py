"""Spelling, case, roles, Spanish forms and acronyms."""

from pathlib import Path

import pytest

from tests.support.toy import Checker, body, toy


def test_misspelt_holder_of_an_office(check: Checker) -> None:
    found = check.fails(
        "misspelt-name",
        "We met the president of France, Nadine Bouchetrad, on Friday.",
        "Nadine Bouchetrad",
        "Nadine Bouchetard",
    )
    assert found.evidence[0].kind == "spelling"


def test_a_lone_surname_in_another_transliteration(check: Checker) -> None:
    check.fails("misspelt-name", "In France they met Bouchétarde on Friday.", "Bouchétarde", "Bouchetard")
    check.passes("misspelt-name", "In France they met the Bouchétarde on Friday.")
    check.passes("misspelt-name", "In France they met Bouchettarrdde on Friday.")


@pytest.mark.parametrize("name", ["Nadine-Bouchetard", "Ingrid-Sommer"])
def test_a_street_or_a_school_may_join_a_name_with_a_hyphen(check: Checker, name: str) -> None:
    check.passes(None, f"They met at the {name} road on Friday.")


def test_spanish_spells_the_names_of_some_countries_as_english_does(check: Checker) -> None:
    check.fails("misspelt-name", "In Ukraine they met Leonat on Friday.", "Leonat", "Leonath")
    check.passes("misspelt-name", "In Cambodia they met Keorat on Friday.")


def test_letters_that_spanish_lacks_tell_of_a_name_kept(check: Checker) -> None:
    text = "They say that the road reached {} on Monday."
    check.fails("misspelt-name", text.format("Vyschkiv"), "Vyschkiv", "Vyshkiv")
    check.passes("misspelt-name", text.format("Výschkiv"))


def test_a_hyphen_between_given_name_and_surname(check: Checker) -> None:
    check.fails("misspelt-name", "They met the minister, Kevin-Sommer, on Friday.", "Kevin-Sommer", "Kevin Sommer")


def test_a_given_name_without_its_accented_capital(check: Checker) -> None:
    found = check.fails("misspelt-name", "They say that the mayor met Ngel Encinas.", "Ngel Encinas", "Ángel Encinas")
    assert found.evidence[0].detail == "“Ngel” is nobody's name, and Ángel is a Spanish given name"


@pytest.mark.parametrize("name", ["Ngel Bell", "Ngel", "Gel Encinas", "Juan Encinas", "Kevin Encinas"])
def test_other_beginnings_stay(check: Checker, name: str) -> None:
    check.passes("misspelt-name", f"They say that the mayor met {name}.")


@pytest.mark.parametrize("text", [
    "They met at the Kevin-Sommer, a road.",
    "They reached Kevin-Sommer road on Friday.",
    "They met in Kevin-Sommer, on Friday.",
    "They met Kevin-Juan, on Friday.",
    "They met Sommer-Hill, on Friday.",
    "They met Anna Kevin-Sommer, on Friday.",
])
def test_other_hyphens_stay(check: Checker, text: str) -> None:
    check.passes("misspelt-name", text)


def test_the_spelling_that_the_story_has_elsewhere(check: Checker) -> None:
    text = "They met Zverkovits. Then Zverkovits spoke. They say that Zverkovits and Zvekrovits are one."
    assert [(f.rule, f.text, f.suggestions[0]) for f in check.shown(text)] == [
        ("misspelt-name", "Zvekrovits", "Zverkovits")
    ]


@pytest.mark.parametrize("word", ["Zverkovitsova", "Zverkovitsy"])
def test_inflection_is_no_slip(check: Checker, word: str) -> None:
    check.passes(None, f"They met Zverkovits. Then Zverkovits spoke. They say that Zverkovits and {word} met.")


def test_another_number_is_no_slip(check: Checker) -> None:
    check.passes(None, "They met Zverkovits-19. Then Zverkovits-19 spoke. They say that Zverkovits-29 is one.")


def test_a_place_in_small_letters(check: Checker) -> None:
    check.fails("name-case", "They reached vyshkiv on Monday.", "vyshkiv", "Vyshkiv")


def test_evidence_names_the_tenure_that_covers_the_date(check: Checker) -> None:
    found = check.fails("name-case", "We met Nadine bouchetard on Friday.", "Nadine bouchetard", "Nadine Bouchetard")
    assert found.evidence[1].detail == "Nadine Bouchetard: president of France (2018-01 to 2024-01)"


def test_an_acronym_taken_for_another_bodys(check: Checker) -> None:
    text = "In the Czech Republic, the Czech president told the WTX that the market is open in Prague."
    check.fails("wrong-acronym", text, "WTX", "OMX")


def test_that_body_may_be_meant_after_all(check: Checker) -> None:
    text = (
        "In the Czech Republic, the Czech president told the World Tax Exchange (WTX) that the WTX is open in Prague."
    )
    check.passes("wrong-acronym", text)


def test_so_may_another_body_that_the_story_names(check: Checker, tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("organisation", "ngo", "White Tree Workers", "Obreros", acronyms=[("WTX", "mul")]))
    text = "In the Czech Republic, the Czech president told the {} that the WTX is open in Prague."
    other = Checker(made.write(tmp_path / "toy.mtqg"))
    other.fails("wrong-acronym", text.format("workers"), "WTX", "OMX")
    other.passes("wrong-acronym", text.format("White Tree Workers"))


def test_letters_of_an_acronym_in_another_order(check: Checker) -> None:
    text = "The Zverkovits Grand Union opened it in winter. They say that the GZU closed it. The GZU spoke."
    assert [(f.rule, f.text, f.suggestions[0]) for f in check.shown(text)] == [("wrong-acronym", "GZU", "ZGU")] * 2


def test_letters_in_another_order_may_be_those_of_a_body_that_is_at_home_in_the_story(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("organisation", "agency", "Gas Zone", "Gas", country="FR", acronyms=[("GZU", "mul")]))
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    text = "In {}, the Zverkovits Grand Union opened it in winter. They say that the GZU closed it. The GZU spoke."
    assert [(f.text, f.suggestions[0]) for f in check.shown(text.format("Spain"))] == [("GZU", "ZGU")] * 2
    check.passes(None, text.format("France"))


@pytest.fixture
def sights(tmp_path: Path) -> Checker:
    made = toy()
    made.entities.append(body("place", "monument", "Mirror Bridge", "Puente del Espejo", country="IT"))
    return Checker(made.write(tmp_path / "toy.mtqg"))


def test_a_sight_has_namesakes_where_spanish_is_spoken(sights: Checker) -> None:
    sights.passes(None, "In Chile they met at Puente del Espejo.")
    for text in ("In Italy they met at Puente del Espejo.", "From Chile to Italy: they met at Puente del Espejo."):
        sights.fails("spanish-form", text, "Puente del Espejo", "Mirror Bridge")


def test_brackets_may_give_the_spanish_name(sights: Checker) -> None:
    sights.passes(None, "In Italy they met at Mirror Bridge (Puente del Espejo) on Friday.")
    sights.passes(None, "In Italy they met at Puente del Espejo (Mirror Bridge) on Friday.")


def test_small_letter(check: Checker) -> None:
    found = check.fails("name-case", "We met Nadine bouchetard on Friday.", "Nadine bouchetard", "Nadine Bouchetard")
    assert found.fix_safety == "safe"


def test_somebody_else_holds_the_office(check: Checker) -> None:
    found = check.fails(
        "role-mismatch", "We met the president of Austria, Matej Encinas, on Friday.", "Matej Encinas", "Ingrid Sommer"
    )
    assert any("president of Austria" in item.detail for item in found.evidence)


def test_without_a_date_nobody_can_say(undated: Checker, check: Checker) -> None:
    text = "We met the president of Latvia, Matej Encinas, on Friday."
    assert [f.rule for f in check.shown(text)] == ["role-mismatch"]
    undated.passes("role-mismatch", text)


@pytest.mark.parametrize("word", ["former", "then", "ex", "acting"])
def test_people_who_no_longer_hold_it(check: Checker, word: str) -> None:
    check.passes("role-mismatch", f"We met the {word} president of Austria, Matej Encinas, on Friday.")


def test_a_person_in_spanish_spelling(check: Checker) -> None:
    check.fails("spanish-form", "They say that Oleksi Jmaruk opened the meeting.", "Oleksi Jmaruk", "Oleksiy Khmaruk")


def test_a_place_in_spanish_spelling(check: Checker) -> None:
    check.fails("spanish-form", "They reached Víshkov on Monday.", "Víshkov", "Vyshkiv")


def test_a_town_spelt_without_the_accent_is_not_meant(tmp_path: Path) -> None:
    """English copy may mean a small town of a country that it names, in the letters that the town has."""
    made = toy()
    made.entities += [
        body("place", "city", "Vyshkov-on-Sea", "Vishkóv", country="UA", prominence=0.8),
        body("place", "city", "Vishkov", "Vishkov", country="FR", prominence=0.5),
    ]
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("spanish-form", "In France, they say that Vishkóv is open.", "Vishkóv", "Vyshkov-on-Sea")
    check.passes(None, "In France, they say that Vishkov is open.")


def test_a_spanish_acronym_alone(check: Checker) -> None:
    check.fails("spanish-form", "They told the OMA that it was closed.", "OMA", "WTO")


def test_an_acronym_of_another_body(check: Checker) -> None:
    check.fails(
        "wrong-acronym",
        "The World Tree Organization (EBU) signed it.",
        "World Tree Organization (EBU)",
        "World Tree Organization (WTO)",
    )


@pytest.mark.parametrize(
    "text",
    [
        "The World Tree Organization (WTO) signed it.",
        "The European Bell Union (EBU) and the World Tree Organization (WTO) met.",
        "The World Tree Organization (TREE) signed it.",
        "We met Oleksiy Khmaruk and Nadine Bouchetard in Vyshkiv.",
        "They say that Nadine opened the meeting.",
        "We met the president of Austria, Ingrid Sommer, in Spain.",
    ],
)
def test_right_copy_passes(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_the_spanish_form_of_a_foreign_given_name(check: Checker) -> None:
    found = check.fails("spanish-form", "They met Luisa Karsten on Friday.", "Luisa Karsten", "Louise Karsten")
    assert found.evidence[0].detail == "“Luisa” is the Spanish name for Louise"
    check.passes(None, "They met Juan Karsten and Ingrid Karsten on Friday.")


@pytest.mark.parametrize("name", ["Walid Rachoud", "Walid Rashud", "Walid Rachudd"])
def test_vowels_of_arabic_names_are_free(check: Checker, name: str) -> None:
    text = f"In Syria they met the president of Syria, {name}, on Friday."
    if name == "Walid Rashud":
        check.fails("misspelt-name", text, name, "Walid Rachud")
    else:
        check.passes(None, text)


def test_a_given_name_before_a_town_makes_somebody_else(check: Checker) -> None:
    check.fails("misspelt-name", "In Ukraine, they reached Vyschkiv on Monday.", "Vyschkiv", "Vyshkiv")
    check.passes(None, "In Ukraine, they met Kevin Vyschkiv on Monday.")


def test_initials_in_the_order_of_spanish_words(check: Checker) -> None:
    text = "In Slovakia, the Slovak National Union (UNO) told the story. They say that UNO closed it."
    check.passes("wrong-acronym", text)
    text = text.replace("UNO", "UNS")
    shown = check.shown(text, "wrong-acronym")
    assert [(f.text, f.suggestions[0]) for f in shown] == [("UNS", "SNU"), ("UNS", "SNU")]
    assert shown[0].evidence[0].detail == "the initials of “Slovak National Union” are SNU; Spanish puts the noun first"


def test_initials_that_english_has_stay(tmp_path: Path) -> None:
    text = "In Slovakia, the Union National Slovak (SNU) met. The Slovak Union National (NSU) closed it."
    made = toy()
    before = Checker(made.write(tmp_path / "before.mtqg"))
    assert {f.text for f in before.shown(text, "wrong-acronym")} == {"SNU", "NSU"}
    made.entities.append(
        body("party", "party", "Slovak National Union", "Unión Nacional", country="SK", acronyms=[("SNU", "en")])
    )
    made.english["nsu"] = 3.5
    Checker(made.write(tmp_path / "after.mtqg")).passes("wrong-acronym", text)


@pytest.mark.parametrize("text", [
    "In France, the French National Union (UNF) told the story.",
    "In Spain, they say that the National Health Union (UNH) closed it.",
    "In Slovakia, the Slovak National Union (SNU) told the story.",
    "In Slovakia, the National Union of Slovakia (SNU) told the story.",
])
def test_initials_as_the_bodys_own_language_has_them(check: Checker, text: str) -> None:
    check.passes("wrong-acronym", text)


def test_a_spanish_acronym_that_the_story_explains_otherwise(check: Checker) -> None:
    text = "In Spain the Spanish president told the OMA that the market is open. OMA closed on Friday."
    assert [(f.text, f.suggestions[0]) for f in check.shown(text)] == [("OMA", "WTO"), ("OMA", "WTO")]
    check.passes("spanish-form", "In Spain, the Market Office of Austria (OMA) met. OMA closed on Friday.")


@pytest.mark.parametrize(
    ("name", "english"), [("Jrubenko", "Khrubenko"), ("Serguéi Jrubenko", "Sergei Khrubenko"), ("Sirovski", "Sirovsky")]
)
def test_a_name_nobody_lists_in_spanish_letters(check: Checker, name: str, english: str) -> None:
    found = check.fails("spanish-form", f"In Ukraine, they say that {name} opened it.", name, english)
    assert found.evidence[0].kind == "spanish-form"


@pytest.mark.parametrize("text", [
    "In Spain, they say that Jrubenko opened it.",
    "In Ukraine, they say that Khrubenko opened it.",
    "In Ukraine, they say that Jrubarski opened it.",
    "In Ukraine, they say that the Jrubenko and Sons opened it.",
    "In Ukraine, They Say That Jrubenko Opened Everything",
])
def test_other_letters_stay(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_an_acronym_stays_wrong_before_a_word(check: Checker) -> None:
    text = "They met the Winter Market Council (CMI) on Friday. They say that the CMI President was told."
    assert [(f.text, f.suggestions[0]) for f in check.shown(text)] == [
        ("Winter Market Council (CMI)", "Winter Market Council (WMC)"), ("CMI", "WMC"),
    ]  # fmt: skip


@pytest.mark.parametrize("given", ["Yuri", "Yury"])
def test_two_spellings_that_english_has(check: Checker, given: str) -> None:
    check.passes(None, f"They met {given} Lushko on Friday.")


def test_a_spelling_that_only_spanish_has(check: Checker) -> None:
    check.fails("spanish-form", "They met Yuri Liushko on Friday.", "Yuri Liushko", "Yury Lushko")


@pytest.mark.parametrize("text", ["EE. UU.", "EE.UU.", "EE UU", "EEUU"])
def test_a_plural_in_doubled_letters(check: Checker, text: str) -> None:
    found = check.fails("spanish-form", f"They say that {text} closed it.", text, "US")
    assert found.message == f"“{text}” is the Spanish abbreviation of Estados Unidos"


@pytest.mark.parametrize("text", ["CC. OO.", "TT", "AABB", "MM. II."])
def test_other_doubled_letters_stay(check: Checker, text: str) -> None:
    check.passes(None, f"They say that {text} closed it.")


def test_a_regnal_name_in_a_story_of_the_realm(check: Checker) -> None:
    check.fails("spanish-form", "In Belgium, they say that Luisa II closed the road.", "Luisa II", "Louise II")
    check.passes(None, "In Spain, they say that Luisa II closed the road.")
    check.passes(None, "In Belgium, they say that Louise II closed the road.")


def test_letters_of_spanish_in_the_name_of_somebody_listed(check: Checker) -> None:
    check.fails("spanish-form", "They met Serguéi Dorin on Friday.", "Serguéi Dorin", "Sergei Dorin")
    check.passes(None, "They met Sergei Dorin on Friday.")


def test_an_obscure_namesake_elsewhere_does_not_speak_for_the_form(check: Checker) -> None:
    check.fails("spanish-form", "In Ukraine, they say that the road in Brodov is open.", "Brodov", "Brodiv")
    check.passes(None, "In Chile, they say that the road in Brodov is open.")


def test_a_long_name_of_spanish_words(check: Checker) -> None:
    name = "Organización Mundial del Árbol de la Unión"
    check.passes(None, f"They say that the {name} closed it.")
    check.fails(
        "spanish-form", "They met the Consejo del Mercado de Invierno on Friday.", "Consejo del Mercado de Invierno",
        "Winter Market Council",
    )  # fmt: skip


@pytest.mark.parametrize(("wrong", "right"), [("Talgán", "Talgan"), ("Veldán", "Veldan"), ("Kalván", "Kalvan")])
def test_a_place_with_the_accents_that_spanish_gives_it(check: Checker, wrong: str, right: str) -> None:
    check.fails("spanish-form", f"They say that the road in {wrong} is open.", wrong, right)


@pytest.mark.parametrize("text", [
    "They say that the road in Almás is open.",  # English has the accent too
    "They say that the road in Kalvän is open.",  # no accent of Spanish
    "They say that the road in Morlánneville is open.",  # Spanish has no form of its own
    "They say that Kevin Talgán is in the house.",
    "They say that the road in Talgan is open.",
])
def test_other_accents_stay(check: Checker, text: str) -> None:
    check.passes("spanish-form", text)


def test_spanish_names_in_one_sentence_make_each_other_likelier(check: Checker) -> None:
    alone = check.fails("spanish-form", "They reached Víshkov on Monday.", "Víshkov", "Vyshkiv").confidence
    text = "They reached Víshkov and Talgán on Monday."
    assert [f.confidence > alone for f in check.shown(text, "spanish-form") if f.text == "Víshkov"] == [True]
    text = "They reached Víshkov and Víshkov on Monday."
    assert {f.confidence for f in check.shown(text, "spanish-form")} == {alone}


def test_a_small_place_may_be_a_form_of_some_word(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("place", "city", "Blorn", "Blorn", country="SK", keep=True))
    rare = Checker(made.write(tmp_path / "rare.mtqg"))
    rare.fails("name-case", "They reached blorn on Monday.", "blorn", "Blorn")
    made.english["blorn"] = 3.0
    Checker(made.write(tmp_path / "word.mtqg")).passes("name-case", "They blorn on Monday.")
