"""Britain's names of offices given to other countries': "the Spanish Home Office", "Chancellor of the Exchequer".

Translators that learnt from British copy have one name for every ministry of the interior. Who owns the office is said
beside it, or told by who holds it, or by a story that is about one country and says nothing of any that Britain built.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mtqa.detection.article import SPANISH_SPEAKING, Article
from mtqa.detection.candidates import Candidate
from mtqa.detection.features import display
from mtqa.document import Token
from mtqa.findings import Evidence
from mtqa.gazetteer import Entity
from mtqa.gazetteer.folding import fold
from mtqa.mentions import Mention
from mtqa.mentions.runs import is_name_token

TABLE = "NAM101-british"
BRITISH = frozenset(
    "GB IE GI MT CY IM JE GG FK SH BM KY TC VG AI MS US CA AU NZ FJ PG SB TO WS VU TT JM BB BS BZ GY GD LC VC AG DM KN"
    " IN PK BD LK NP MM MY SG HK BN MV MU SC ZA ZW ZM MW KE UG TZ GH NG SL GM BW LS SZ NA SD EG IQ JO PS IL AE KW BH"
    " QA".split()
)  # fmt: skip
"""Countries with offices of such names, now or under Britain, or where English has its own say."""
INTERIOR, FINANCE, TAXES = "interior", "finance", "taxes"
OFFICES = {
    "Home Office": INTERIOR,
    "Home Secretary": INTERIOR,
    "Chancellor of the Exchequer": FINANCE,
    "Inland Revenue": TAXES,
}
"""Britain's names, and what they are for elsewhere."""
TRAVELLING = frozenset({"Chancellor of the Exchequer"})
"""Of those, the one that a story of other countries may speak of, and need not say whose."""
MINISTERS = {"Home Secretary": "Interior Minister", "Chancellor of the Exchequer": "Finance Minister"}
"""Of those, the ones who head a ministry."""
BODIES = {
    INTERIOR: ("Interior Ministry", "Ministry of the Interior", "Interior Department", "Ministry of Government"),
    TAXES: ("Tax Agency", "Tax Service", "Internal Revenue Service", "Tax Administration", "National Tax Service"),
}
"""English names that a country's body may have; the first is a description that is right of anybody's."""
HEADS = frozenset({"minister", "secretary"})
PUBLIC = frozenset(
    "minister secretary spokesman spokeswoman spokesperson spokesmen official officials source sources said says"
    " announced announces reported reports confirmed confirms denied denies explained added has had will ordered"
    " estimated refused decided published informed".split()
)
"""Words behind an office of a government; a home office has none of them."""
OFTEN = 8
"""How often (see `Article.countries`) a story that is about a country speaks of it."""
MOST = 0.6
"""Share of a country in a story that is about it."""


@dataclass(frozen=True, slots=True)
class _Office:
    """One of Britain's names in the text, whose it is and whether the text says so."""

    part: Mention
    name: str
    country: str
    owned: bool
    is_portfolio: bool
    """Whether a minister stands beside it: "Home Office Minister", "minister of the Home Office"."""


def misplaced(article: Article, code: str) -> Iterator[Candidate]:
    """One candidate per British name for an office of a country that has no such office."""
    parts = ((run, part) for run in article.mentions for part in article.parts(run, 4) if part.text in OFFICES)
    offices = [office for run, part in parts if (office := _office(article, run, part)) is not None]
    sure = {office.country for office in offices if office.owned or _is_held(article, office)}
    for office in offices:
        if office.name in TRAVELLING and office.country not in sure:
            continue
        features = {**_features(article, office), "again": float(not office.owned and office.country in sure)}
        yield _candidate(article, office, features, code)


def _office(article: Article, run: Mention, part: Mention) -> _Office | None:
    tokens = article.sentence(part).tokens
    end = part.first + len(part.tokens)
    before = [token.text.lower() for token in tokens[max(0, part.first - 3) : part.first]]
    heads = tokens[end].text if end < len(tokens) else ""
    leads = part.text == "Home Office" and heads in {"Minister", "Secretary"}
    if leads:
        start = part.first - run.first
        part = run.part(article.block(run), start, start + len(part.tokens) + 1)
    elif _is_longer(article, run, part):
        return None
    owner = _owner(article, tokens, part)
    name = next(name for name in OFFICES if part.text.startswith(name))
    is_portfolio = leads or before[-2:] == ["minister", "of"] or before == ["minister", "of", "the"]
    if owner:
        return _Office(part, name, owner, True, is_portfolio) if owner not in BRITISH else None
    country = _only_country(article)
    is_public = name != "Home Office" or is_portfolio or heads.lower() in PUBLIC
    return _Office(part, name, country, False, is_portfolio) if country and is_public and not part.titled else None


def _is_longer(article: Article, run: Mention, part: Mention) -> bool:
    """Whether the words are part of a longer name: "Home Office Furniture", "the Small Office Home Office fair"."""
    after, before = article.words_after(part, 1), article.words_before(part, 1)
    gazetteer = article.knowledge.gazetteer
    goes_on = (
        bool(after)
        and after[0].lower() not in PUBLIC
        and (
            (after[0][:1].isupper() and part.text in {"Home Office", "Inland Revenue"})
            or gazetteer.is_head_noun(after[0])
        )
    )
    begins = bool(before) and before[0][:1].isupper() and part.first > run.first
    return goes_on or (begins and before[0] != "The" and gazetteer.territory(before[0]) is None)


def _owner(article: Article, tokens: tuple[Token, ...], part: Mention) -> str:
    """The country that the words beside the office give it: "Spanish", "Spain's", "of Spain"; "" for none."""
    territory = article.knowledge.gazetteer.territory
    text = article.block(part).text
    stop = part.first
    if stop and tokens[stop - 1].text in {"'s", "’s", "'", "’"}:
        stop -= 1
    for begin in range(max(0, stop - 3), stop):
        if is_name_token(tokens[begin]) and (code := territory(text[tokens[begin].start : tokens[stop - 1].end])):
            # "A Spanish Home Office visa" is a visa, and Spanish.
            return "" if begin and tokens[begin - 1].text.lower() in {"a", "an"} else code
    at = part.first + len(part.tokens)
    if at >= len(tokens) or tokens[at].text != "of":
        return ""
    at += 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" else 1
    for stop in range(min(len(tokens), at + 3), at, -1):
        if is_name_token(tokens[at]) and (code := territory(text[tokens[at].start : tokens[stop - 1].end])):
            return code
    return ""


def _only_country(article: Article) -> str:
    """The country that a story is about which says nothing of those that Britain built; "" for none."""
    top = max(article.countries, key=lambda code: (article.countries[code], code), default="")
    is_only = bool(top) and article.country_share(top) >= MOST and not BRITISH & set(article.countries)
    return top if is_only else ""


def _features(article: Article, office: _Office) -> dict[str, float]:
    country = office.country
    return {
        "owned": float(office.owned),
        "holder": float(_is_held(article, office)),
        "leaders": float(any(article.says(entity) for entity in article.in_power)),
        "share": article.country_share(country),
        "often": min(1.0, article.countries[country] / OFTEN),
        "speaks Spanish": float(country in SPANISH_SPEAKING),
        "portfolio": float(office.is_portfolio),
        "Britain": min(1.0, 4 * article.share_of(BRITISH)),
        "titled": float(office.part.titled),
    }


def _is_held(article: Article, office: _Office) -> bool:
    """Whether the name behind is that of who holds the office in the country on the day."""
    title = f"minister of {OFFICES[office.name]}"
    surnames = {
        fold(word)
        for match in article.knowledge.gazetteer.holders(title, office.country, article.when)
        for word in (match.entity.surname or match.entity.english).split()
    }
    behind = [word for word in article.words_after(office.part, 4) if word[:1].isupper()]
    return any(fold(word) in surnames for word in behind)


def _body(article: Article, country: str, kind: str) -> Entity | None:
    """The body of the country that English knows under such a name."""
    named = (entity for form in BODIES.get(kind, ()) for entity in article.named(form))
    return next((e for e in named if e.kind == "organisation" and e.country == country), None)


def _english(office: _Office, body: Entity | None) -> str:
    """What English calls the office of the country, or the minister."""
    kind = OFFICES[office.name]
    is_department = body is not None and body.english.endswith("Department")
    if office.name in MINISTERS:
        return MINISTERS[office.name].replace("Minister", "Secretary" if is_department else "Minister")
    if office.is_portfolio:
        head = office.part.words[-1]
        return f"Interior {head}" if head in {"Minister", "Secretary"} else "Interior"
    if kind == INTERIOR and (body is None or "Interior" not in body.english):
        return BODIES[INTERIOR][0]
    return body.english if body is not None else BODIES[kind][0]


def _candidate(article: Article, office: _Office, features: dict[str, float], code: str) -> Candidate:
    body = _body(article, office.country, OFFICES[office.name])
    english = _english(office, body)
    where = article.knowledge.gazetteer.country_name(office.country)
    others = [body.english] if body is not None and body.english != english and not office.is_portfolio else []
    said = f"the text speaks of that of {where}" if office.owned else f"the story is about {where}"
    return Candidate(
        code=code,
        table=TABLE,
        mention=office.part,
        suggestion=display(office.part, english),
        alternatives=others if office.name not in MINISTERS else [],
        message=f"“{office.name}” is what Britain calls its own; in {where} it is the {english}",
        features=features,
        entity=body,
        evidence=[Evidence("document", f"{said}, which has no {office.name}")],
    )
