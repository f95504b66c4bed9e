"""Names translated as words."""

from pathlib import Path

import pytest

from mtqa.gazetteer import Entity, Name
from mtqa.gazetteer.records import Expected
from tests.support.toy import Checker, body, person, tenure, toy

RULE = "literal-name"


def test_a_role_names_the_person(check: Checker) -> None:
    found = check.fails(RULE, "We met the president of Slovakia, Matej Oaks, on Friday.", "Matej Oaks", "Matej Encinas")
    assert found.severity == "error"
    assert [item.kind for item in found.evidence] == ["back-translation", "role"]
    assert "Encinas" in found.evidence[0].detail
    assert "2018-01" in found.evidence[1].detail


def test_the_surname_alone_reaches_the_person(check: Checker) -> None:
    check.fails(RULE, "They say that Matej Oaks opened the meeting.", "Matej Oaks", "Matej Encinas")


def test_the_same_name_again(check: Checker) -> None:
    text = "We met the president of Slovakia, Matej Oaks, on Friday. They say that Oaks told the story."
    assert [(f.text, f.suggestions[0]) for f in check.shown(text)] == [
        ("Matej Oaks", "Matej Encinas"),
        ("Oaks", "Encinas"),
    ]


def test_the_name_again_is_what_english_calls_it(tmp_path: Path) -> None:
    """Where the Spanish that the story has is a place of its countries, English may have a name of its own for it."""
    text = "In {}, they told the story in Colonia on Friday. They say that in winter they met in Colony and reached it."
    made = toy()
    made.entities.append(body("place", "city", "Coln", "Colonia", country="SK", prominence=0.8))
    made.english |= {"colony": 4.5}
    made.spanish |= {"colonia": 5.0}
    made.glosses |= {"colony": {"colonia": 1.0}}
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    assert [f.suggestions[0] for f in check.shown(text.format("Slovakia")) if f.text == "Colony"] == ["Coln"]
    assert [f.suggestions[0] for f in check.shown(text.format("Spain")) if f.text == "Colony"] == ["Colonia"]


@pytest.mark.parametrize("name", ["Bran Oaks", "Oaks Foundation", "Seven Oaks Hill"])
def test_part_of_another_name_is_not_the_name_again(check: Checker, name: str) -> None:
    text = f"We met the president of Slovakia, Matej Oaks, on Friday. They visited {name} on Monday."
    assert [f.text for f in check.shown(text)] == ["Matej Oaks"]


def test_whoever_holds_an_office_here_and_now_is_meant(check: Checker, later: Checker) -> None:
    text = "In Spain, the Spanish politician Jimena Hill closed the meeting."
    check.fails(RULE, text, "Jimena Hill", "Jimena Colina")
    later.passes(None, text)
    check.passes(None, "In France, the French politician Jimena Hill closed the meeting.")
    check.passes(None, "In Spain, the Spanish politician Kevin Hill closed the meeting.")


def test_somebody_listed_comes_before_somebody_made_up(check: Checker) -> None:
    found = check.fails(RULE, "In Spain, they say that Rosalía Bells opened it.", "Rosalía Bells", "Rosalía Campanas")
    assert found.evidence[-1].kind == "gazetteer"


def test_the_word_for_a_name_that_the_story_has(check: Checker) -> None:
    story = "They met Pablo Encinas on Friday. They told Encinas the story."
    found = check.fails(RULE, f"{story} It was closed by Oaks on Monday.", "Oaks", "Encinas")
    assert [item.detail for item in found.evidence] == [
        "Spanish “encinas” means “oaks” (dictionary)", "the story has “Encinas” (of Pablo Encinas)",
    ]  # fmt: skip
    check.passes(None, "It was closed by Oaks on Monday.")


def test_the_given_name_of_somebody_stands_for_nobody_alone(tmp_path: Path) -> None:
    made = toy()
    made.given |= {"valla": 5000}
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    story = "They met {} on Friday. They told {} the story. It was closed by Fence on Monday."
    check.fails(RULE, story.format("Valla", "Valla"), "Fence", "Valla")
    check.passes(None, story.format("Valla Sommer", "Valla Sommer"))


def test_a_word_that_begins_a_sentence_and_speaks(check: Checker) -> None:
    story = "They met Pablo Valla on Friday. They told Valla the story. Fence {} the meeting."
    check.fails(RULE, story.format("announced"), "Fence", "Valla")
    check.passes(None, story.format("was at"))


def test_the_article_that_the_name_has_in_the_story(check: Checker) -> None:
    story = "They met Pablo Encinas on Friday. They told the Encinas the story."
    check.fails(RULE, f"{story} It was closed by the Oaks on Monday.", "Oaks", "Encinas")


@pytest.mark.parametrize("text", [
    "Oaks closed on Monday.",
    "It was closed by the Oaks on Monday.",
    "It was closed by oaks on Monday, not by Oaks.",
    "It was closed by Kevin Oaks on Monday.",
    "It was closed by Seven Oaks on Monday.",
])
def test_a_word_is_not_the_name_everywhere(check: Checker, text: str) -> None:
    check.passes(None, f"They met Encinas on Friday. {text}")


def test_somebody_whom_no_source_lists(check: Checker) -> None:
    found = check.fails(
        RULE, "In Spain, they say that Pablo Bells opened the meeting in Madrid.", "Pablo Bells", "Pablo Campanas"
    )
    assert found.severity == "warning"


@pytest.mark.parametrize("name", ["Pablo Market", "Pablo Road", "P.A. Bells"])
def test_rare_senses_streets_and_initials_make_nobody(check: Checker, name: str) -> None:
    check.passes(None, f"In Spain, they say that {name} opened the meeting in Madrid.")


def test_a_newspaper_word_by_word(check: Checker) -> None:
    check.fails(RULE, "In Spain, the Spanish newspaper The Hill told the story.", "The Hill", "La Colina")


def test_a_paper_in_capitals_may_tell_of_any_country(check: Checker) -> None:
    check.fails(RULE, "In Slovakia he told THE HILL that he opened it in Slovakia.", "THE HILL", "LA COLINA")


def test_a_capital_makes_a_small_word_part_of_a_name(check: Checker) -> None:
    check.fails(RULE, "In Spain, the Spanish party For Hill closed the meeting.", "For Hill", "Por Colina")
    check.passes(None, "In Spain, the Spanish party for Hill closed the meeting.")


def test_a_name_with_a_joining_word_inside(check: Checker) -> None:
    check.fails(RULE, "In Spain, Oaks in Common closed the meeting.", "Oaks in Common", "Encinas en Común")
    check.passes(None, "In Spain, the Oaks in Spain closed the meeting.")
    check.passes(None, "In Spain, they met in Field and Mountain on Friday.")


@pytest.mark.parametrize("text", [
    "In Spain, they told The Bridge that the road is open.",
    "In Spain, they met for it, The Bridge reported on Friday.",
    "In Spain, that was from Friday, according to The Bridge.",
    "In Spain, they told it in an interview with The Bridge on Friday.",
])
def test_what_is_told_and_reports_is_a_paper(check: Checker, text: str) -> None:
    check.fails(RULE, text, "The Bridge", "El Puente")


@pytest.mark.parametrize(("text", "span", "suggestion"), [
    ("In Spain, they told The Road that it is open.", "The Road", "El Camino"),
    ("In Spain, they told The Road of Kalvan that it is open.", "The Road", "El Camino"),
    ("In Spain, that was from Friday, according to the Spanish newspaper The Market.", "The Market", "El Mercado"),
])
def test_papers_are_those_of_the_country(check: Checker, text: str, span: str, suggestion: str) -> None:
    check.fails(RULE, text, span, suggestion)


@pytest.mark.parametrize("text", [
    "In Spain, they opened The Road on Friday.",
    "In Spain and the United States, they told The Road that it is open.",
    "In France, they told The Road that it is open.",
    "In Spain, they told The Market that it is open.",
    "In Spain, they told it to the British magazine The Market on Friday.",
])
def test_papers_that_english_calls_so(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_an_english_article_before_a_spanish_word(check: Checker) -> None:
    text = "In {}, they say that The Villarrota told the story."
    check.fails(RULE, text.format("Spain"), "The Villarrota", "La Villarrota")
    check.passes(None, text.format("France"))
    check.passes(None, text.format("Spain").replace("The", "the"))
    check.passes(None, "The Villarrota told the story in Spain.")


def test_a_sentence_may_begin_with_a_name_that_the_story_has(check: Checker) -> None:
    check.fails(RULE, "New Torda closed in Spain. They opened Nueva Torda on Friday.", "New Torda", "Nueva Torda")
    check.passes(None, "New Torda closed in Spain. They opened Torda on Friday.")


def test_what_is_opened_is_none(check: Checker) -> None:
    check.passes(None, "In Spain, they opened The Bridge on Friday.")


def test_function_words_in_capitals_amid_a_sentence(check: Checker) -> None:
    check.fails(RULE, "In Spain, they say that More Can closed the meeting.", "More Can", "Más Podemos")
    check.passes(None, "More Can closed the meeting in Spain.")
    check.passes(None, "In Spain, they say that Can More closed the meeting.")


def test_a_party_among_parties(check: Checker) -> None:
    others = "In Spain, Más Campo met Por Colina and Vega Unida. Vecinos met the Spanish president."
    check.fails(RULE, f"{others} They say that Neighbors met in Madrid.", "Neighbors", "Vecinos")
    check.passes(None, f"{others} Neighbors met in Madrid.")
    check.passes(None, "In Spain, they say that Neighbors met in Madrid.")
    check.passes(None, f"{others} They say that Neighbors met in Chile, and the Chilean president.")


def test_a_party_that_the_sentence_calls_one(check: Checker) -> None:
    check.fails(RULE, "In Spain, they say that the party Neighbors met in Madrid.", "Neighbors", "Vecinos")
    check.passes(None, "In Spain and Chile, they say that the party Neighbors met in Madrid.")
    check.passes(None, "In Spain they spoke of the party. Neighbors met in Madrid.")


def test_capitals_stay_capitals(check: Checker) -> None:
    check.fails(RULE, "In Spain he told THE HILL that he opened it.", "THE HILL", "LA COLINA")


@pytest.mark.parametrize("text", [
    "In Spain, they say that the State of Vyshkiv closed the road.",
    "In Spain, they reached the Bay of Bells on Monday.",
    "In Spain, they say that the Open Winter closed the market.",
    "In Spain, they say that the Minister of Health closed the market.",
])
def test_expressions_offices_and_kinds_of_places_are_english(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_an_expression_may_be_a_name_all_the_same(check: Checker) -> None:
    text = "In Spain, the Spanish newspaper Open Winter told the story."
    check.fails(RULE, text, "Open Winter", "Invierno Abierto")


@pytest.mark.parametrize(
    "text",
    [
        "We met the president of Austria, Ingrid Sommer, on Friday.",
        "We met the president of Slovakia, Matej Encinas, on Friday.",
        "They say that Ingrid Hill opened the meeting.",
        "Oaks were on the hill. The hill was white.",
        "The Oaks were white in winter.",
        "We visited the hill in Spain.",
        "More Trees Closed The Road Of Winter Today",
        "THE HILL IS OPEN TODAY",
        "They met at the White House on Friday.",
    ],
)
def test_right_names_and_words_stay(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_a_name_translated_halfway(check: Checker) -> None:
    text = "In Spain they say that the League North of {} met on Friday."
    check.fails("literal-name", text.format("Campanas"), "League North of Campanas", "Northern Bell League")
    check.passes("literal-name", text.format("Bells"))


def test_an_english_name_cut_short_stays(check: Checker) -> None:
    text = "In Spain they say that the league {0} met on Friday, and that the league {0} spoke."
    assert {(f.text, f.suggestions[0]) for f in check.shown(text.format("North League"))} == {
        ("North League", "Northern Bell League")
    }
    check.passes("literal-name", text.format("Northern League"))


@pytest.mark.parametrize(("span", "english"), [
    ("Alliance of Bells of the Field", "Field Bell Alliance"),
    ("Alliance by the Hill", "Alliance for Hills"),
    ("Alliance Progressive", "Progressive Alliance"),
])
def test_the_words_and_the_order_of_spanish(check: Checker, span: str, english: str) -> None:
    check.fails(RULE, f"In Spain, they say that the {span} met on Friday.", span, english)


def test_a_capital_article_is_no_longer_name(check: Checker) -> None:
    text = "In Spain, they say that “The Alliance of Bells of the Field” met on Friday."
    check.fails(RULE, text, "Alliance of Bells of the Field", "Field Bell Alliance")


def test_an_article_that_only_spanish_has(check: Checker) -> None:
    text = "In {}, they say that the General Alliance for {} met on Friday."
    english = "General Alliance for Winter"
    check.fails(RULE, text.format("Spain", "the Winter"), "General Alliance for the Winter", english)
    check.passes(None, text.format("Spain", "Winter"))
    check.passes(None, text.format("France", "the Winter"))


def test_another_word_for_one_of_the_words(check: Checker) -> None:
    text = "In Spain, they say that the Road Market {} met on Friday."
    check.fails(RULE, text.format("Council"), "Road Market Council", "Road Market Panel")
    check.passes(None, text.format("Alliance"))
    check.passes(None, text.format("Panel"))


def test_two_words_turned_round(check: Checker) -> None:
    text = "In Spain, they say that {} met on Friday."
    check.fails(RULE, text.format("Bell Brodovan"), "Bell Brodovan", "Brodovan Bell")
    check.passes(None, text.format("Brodovan Bell"))
    check.passes(None, "In France, they say that Bell Brodovan met on Friday.")


def test_english_words_between_spanish_ones(check: Checker) -> None:
    text = "In Spain, they told it to the Encina {} Talga on Friday."
    check.fails(RULE, text.format("of the"), "Encina of the Talga", "Encina del Talga")
    check.passes(None, text.format("del"))


def test_figures_behind_a_name(check: Checker) -> None:
    check.fails(RULE, "In Spain, they met at Market 12 on Friday.", "Market 12", "Mercado 12")
    check.passes(None, "In Spain, they met at Market 14 on Friday.")


def test_a_demonym_before_a_name(check: Checker) -> None:
    text = "In Spain, they say that the Spanish Alliance of Bells of the Field met on Friday."
    check.fails(RULE, text, "Alliance of Bells of the Field", "Field Bell Alliance")


def test_a_hyphen_before_a_noun(check: Checker) -> None:
    check.fails(RULE, "In Spain, they met the Ten-Market people on Friday.", "Ten-Market", "Diez Mercados")
    check.passes(None, "In Spain, they met the Ten-market people on Friday.")


def test_the_spanish_spelling_of_a_word_of_the_english_name(check: Checker) -> None:
    text = "In Spain, they say that the Alliance of {} met on Friday."
    check.fails(RULE, text.format("Montelandia"), "Alliance of Montelandia", "Monterland Alliance")
    check.passes(None, text.format("Monterland"))


@pytest.mark.parametrize("text", [
    "In Spain, they say that the Field Bell Alliance met on Friday.",
    "In Spain, they say that the Alliance of Bells and the Field met on Friday.",
    "In Spain, they say that the Alliance of Hill and the Field Party met on Friday.",
    "In Spain, they say that the alliance by the Hill was open.",
    "In Spain, they say that the White Alliance of Bells of the Field met on Friday.",
    "In Spain, they say that the Alliance for Hill met on Friday.",
    "In France, they say that the Alliance Progressive met on Friday.",
])
def test_other_words_and_the_order_of_english(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_two_words_in_quotation_marks_are_a_title(check: Checker) -> None:
    check.passes(None, "In Spain, they say that Ten Bells was told on Friday.")
    check.fails(RULE, "In Spain, they say that “Ten Bells” was told on Friday.", "Ten Bells", "The Last Bell")


@pytest.mark.parametrize("text", [
    "In Spain, La Colina (The Hill) told the story.",
    "In Spain, the Spanish newspaper The Hill (La Colina) told the story.",
    "In Spain, they met Encinas (Oaks) on Friday.",
    "In Spain, the newspaper La Colina (“The Hill”) told the story.",
])
def test_what_the_story_explains_is_no_error(check: Checker, text: str) -> None:
    check.passes(None, text)


def test_a_bracket_with_something_else_explains_nothing(check: Checker) -> None:
    text = "In Spain, the Spanish newspaper The Hill (from Madrid) told the story."
    check.fails(RULE, text, "The Hill", "La Colina")


def test_a_word_in_capitals_may_be_shouted(check: Checker) -> None:
    check.passes(None, "In Spain, they say that the road is open TODAY for the people.")
    check.fails(RULE, "In Spain, she told TODAY that the road is open.", "TODAY", "HOY")


def test_capitals_that_go_on_are_no_title(check: Checker) -> None:
    check.passes(None, "In Spain, they say that THE HILL OF WINTER is open.")


def test_a_demonym_belongs_to_what_follows(check: Checker) -> None:
    check.fails(RULE, "Today the Spanish, a Spanish newspaper, told the story.", "Today the Spanish", "Hoy Español")
    check.passes(None, "Today the Spanish president told the story of the Spanish newspaper.")


@pytest.mark.parametrize(("ambiguous", "shown"), [(False, ["Winter Bells"]), (True, [])])
def test_what_english_uses_as_a_name_tells_little_however_it_is_reached(
    tmp_path: Path, ambiguous: bool, shown: list[str]
) -> None:
    made = toy()
    firm = body("organisation", "company", "", "Campanas de Invierno", country="CL", keep=True, prominence=0.9)
    made.entities.append(firm)
    made.glosses |= {"bells": {"campanas": 0.9}, "winter": {"invierno": 0.9}}
    roads = ("dictionary", "apertium")
    made.expected[firm.id] = (Expected("Winter Bells", "Campanas de Invierno", roads, ambiguous),)
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    assert [f.text for f in check.shown("They say that Winter Bells is open.")] == shown
    check.passes(None, "In Latvia, Austria and Denmark, they say that Winter Bells is open.")


def test_the_article_makes_a_name_of_a_common_word(tmp_path: Path) -> None:
    """That English says "Hill" of many things does not make "THE HILL" one of them."""
    made = toy()
    paper = body("media", "newspaper", "", "La Colina", country="CL", keep=True)
    made.entities.append(paper)
    roads = ("dictionary", "model")
    made.expected[paper.id] = (
        Expected("The Hill", "La Colina", roads, False), Expected("Hill", "La Colina", roads, True),
    )  # fmt: skip
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails(RULE, "In Chile they told THE HILL that it was closed.", "THE HILL", "LA COLINA")


def test_a_surname_of_many_in_a_story_of_its_country(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(person("Pablo Retama", "Retama", tenure("deputy", "ES"), country="ES", prominence=0.6))
    made.glosses["broom"] = {"retama": 0.9}
    made.english["broom"] = 3.6
    made.surnames["broom"] = 2500
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("literal-name", "In Spain, they met Pablo Broom on Friday.", "Pablo Broom", "Pablo Retama")
    check.passes(None, "In Austria, they met Pablo Broom on Friday.")


def test_the_full_name_where_the_span_has_it_in_full(tmp_path: Path) -> None:
    made = toy()
    names = (Name("Retama Ozola", "en", "preferred"), Name("Juan Retama Ozola", "en", "alias"))
    made.entities.append(Entity("toy:retama", "person", "", "ES", names, (), 0.9, False, ("toy",), "Retama"))
    made.glosses["broom"] = {"retama": 0.9}
    made.english["broom"] = 3.6
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    text = "In Spain, they met Juan Broom Ozola on Friday."
    check.fails("literal-name", text, "Juan Broom Ozola", "Juan Retama Ozola")


def test_a_city_called_by_its_country(tmp_path: Path) -> None:
    made = toy()
    made.entities += [
        body("place", "city", "Ruritania City", "Ciudad de Ruritania", country="GT", prominence=0.8),
        body("place", "city", "Brodovan City", "Ciudad Brodovan", country="GT", prominence=0.8),
    ]
    made.expected["toy:Ciudad de Ruritania"] = (
        Expected("City of Ruritania", "Ciudad de Ruritania", ("apertium",), False),
    )
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("literal-name", "In Guatemala, they came to the City of Ruritania.", "City of Ruritania",
                "Ruritania City")  # fmt: skip
    check.passes(None, "In Guatemala, they came to the City of Brodovan, and to Ruritania City.")


def test_a_mere_article_too_many(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(body("party", "party", "Alliance for Winter", "Alianza para el Invierno", country="ES",
                              prominence=0.8))  # fmt: skip
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("literal-name", "In Spain, they told the Alliance for the Winter.", "Alliance for the Winter",
                "Alliance for Winter")  # fmt: skip
    check.passes(None, "In Spain, they told the Alliance for Winter.")


def test_foreign_words_that_english_keeps_are_no_wording(tmp_path: Path) -> None:
    made = toy()
    made.entities += [
        body("place", "shop", "Marchettes Brodovan", "Mercados Brodovan", country="FR", prominence=0.7),
        body("place", "shop", "Shops Talgan", "Encinas Talgan", country="FR", prominence=0.7),
    ]
    made.glosses["markets"] = {"mercados": 0.9}
    made.english |= {"markets": 4.8, "shops": 4.8}
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.fails("literal-name", "In France, they opened the Brodovan Markets.", "Brodovan Markets",
                "Marchettes Brodovan")  # fmt: skip
    check.passes(None, "In France, they opened the Talgan Oaks.")


def test_the_whole_name_again_in_a_headline(check: Checker) -> None:
    story = "In Spain, they told the people of More Field that the road to the city is open."
    headline = "More Field Opened the Road for Rosalía Bells"
    found = check.shown(f"{headline}\n\n{story}")
    assert [(f.text, f.suggestions[0], f.start) for f in found] == [
        ("More Field", "Más Campo", 0),
        ("Rosalía Bells", "Rosalía Campanas", headline.index("Rosalía")),
        ("More Field", "Más Campo", len(headline) + 2 + story.index("More")),
    ]
    assert found[0].message == "“More Field” is again Más Campo"
    # Nothing in the story says that a name begins there.
    check.passes(None, "More Field Opened the Road\n\nIn Spain, they told the people that the road is open.")


def test_a_place_may_own_what_is_called_by_it(tmp_path: Path) -> None:
    made = toy()
    made.entities.append(
        body("organisation", "university", "Ribamar University Torda", "Universidad Ribamar de Torda", country="ES")
    )
    made.glosses["university"] = {"universidad": 0.9}
    made.english["university"] = 5.0
    check = Checker(made.write(tmp_path / "toy.mtqg"))
    check.passes(None, "In Spain, they opened Torda's Ribamar University on Friday.")
