"""Plain newswire sentences in both languages, with slots for names.

A sentence is put together from a clause and, often, an introduction and a tail; both sides share
the slots: ``{P}`` a person, ``{Q}`` another person, ``{O}`` an organisation, ``{L}`` a place,
``{C}`` a country, ``{D}`` its adjective (masculine singular in Spanish), ``{R}`` a role, ``{Y}`` a
year, ``{N}`` a number. English and Spanish fillers are given apart, so that the same template
makes copying pairs (equal names), translation pairs and inversion pairs (literal English name).
"""

from __future__ import annotations

import random
from collections.abc import Mapping

PERSON = (
    ("the president of {C}, {P}, {say}", "el presidente de {C}, {P}, {say}"),
    ("{P}, president of {C}, {say}", "{P}, presidente de {C}, {say}"),
    ("{C} President {P} {say}", "el presidente de {C}, {P}, {say}"),
    ("the {D} president, {P}, {say}", "el presidente {D}, {P}, {say}"),
    ("the {D} {R}, {P}, {say}", "el {R} {D}, {P}, {say}"),
    ("the {R} of {C}, {P}, {say}", "el {R} de {C}, {P}, {say}"),
    ("{P}, the {R}, {say}", "{P}, el {R}, {say}"),
    ("the {R} {P} {say}", "el {R} {P} {say}"),
    ("the former {R} {P} {say}", "el ex {R} {P} {say}"),
    ("{P} {say}", "{P} {say}"),
    ("{P} and {Q} {do}", "{P} y {Q} {dos}"),
    ("according to {P}, {fact}", "según {P}, {fact}"),
    ("{P} met {Q} in {L}", "{P} se reunió con {Q} en {L}"),
    ("{P} was born in {L} in {Y}", "{P} nació en {L} en {Y}"),
    ("{P} succeeded {Q} as {R} in {Y}", "{P} sucedió a {Q} como {R} en {Y}"),
    ("the meeting between {P} and {Q} will be held in {L}", "la reunión entre {P} y {Q} se celebrará en {L}"),
    ("the {R} of {C} spoke with {P} by telephone", "el {R} de {C} habló por teléfono con {P}"),
    ("{P} has been elected {R} of {O}", "{P} ha sido elegido {R} de {O}"),
    ("a court has sentenced {P} to {N} years in prison", "un tribunal ha condenado a {P} a {N} años de cárcel"),
    ("{P} leads the list of {O} in {L}", "{P} encabeza la lista de {O} en {L}"),
    ("{P} won the match in {L}", "{P} ganó el partido en {L}"),
    ("the new film by {P} opens on Friday", "la nueva película de {P} se estrena el viernes"),
    ("{P} did not answer questions from {O}", "{P} no respondió a las preguntas de {O}"),
    ("the lawyer of {P} denies the charges", "el abogado de {P} niega los cargos"),
    ("{P} will replace {Q} from Monday", "{P} sustituirá a {Q} a partir del lunes"),
    ("the government of {P} approved the law", "el Gobierno de {P} aprobó la ley"),
    ("this was announced by {P} on Tuesday", "así lo anunció {P} el martes"),
    ("{P} died in {L} at the age of {N}", "{P} murió en {L} a los {N} años"),
)

ORGANISATION = (
    ("{O} {say}", "{O} {say}"),
    ("according to {O}, {fact}", "según {O}, {fact}"),
    ("{P} told {O} that {fact}", "{P} dijo a {O} que {fact}"),
    ("in an interview with {O}, {P} {say}", "en una entrevista con {O}, {P} {say}"),
    ("the spokesman of {O} in {L}, {P}, {say}", "el portavoz de {O} en {L}, {P}, {say}"),
    ("the {R} of {O}, {P}, {say}", "el {R} de {O}, {P}, {say}"),
    ("{O} won the elections in {L}", "{O} ganó las elecciones en {L}"),
    ("{O} has {N} members", "{O} tiene {N} miembros"),
    ("members of {O} gathered in {L}", "miembros de {O} se reunieron en {L}"),
    ("{P} joined {O} in {Y}", "{P} se incorporó a {O} en {Y}"),
    ("the headquarters of {O} are in {L}", "la sede de {O} está en {L}"),
    ("the agreement with {O} was signed in {Y}", "el acuerdo con {O} se firmó en {Y}"),
    ("sources from {O} confirmed the news", "fuentes de {O} confirmaron la noticia"),
    ("as published by {O}, {fact}", "según publica {O}, {fact}"),
)

_SLOTS: dict[str, tuple[tuple[str, str], ...]] = {
    "say": (
        ("said that {fact}", "dijo que {fact}"),
        ("said on Monday that {fact}", "dijo el lunes que {fact}"),
        ("has announced that {fact}", "ha anunciado que {fact}"),
        ("warned that {fact}", "advirtió de que {fact}"),
        ("denied that {fact}", "negó que {fact}"),
        ("has said that {fact}", "ha dicho que {fact}"),
        ("insisted that {fact}", "insistió en que {fact}"),
        ("believes that {fact}", "cree que {fact}"),
        ("acknowledged that {fact}", "reconoció que {fact}"),
        ("will travel to {L} next week", "viajará a {L} la próxima semana"),
        ("asked for more time", "pidió más tiempo"),
        ("criticised the decision", "criticó la decisión"),
        ("called for dialogue", "pidió diálogo"),
        ("has resigned", "ha dimitido"),
        ("rejected the proposal", "rechazó la propuesta"),
        ("arrived in {L} on Thursday", "llegó a {L} el jueves"),
        ("thanked {Q} for the support", "agradeció el apoyo a {Q}"),
        ("defended the agreement", "defendió el acuerdo"),
        ("presented the report in {L}", "presentó el informe en {L}"),
        ("will take part in the summit", "participará en la cumbre"),
    ),
    "do": (
        ("attended the ceremony", ""),
        ("signed the agreement in {L}", ""),
        ("agreed on a new date", ""),
        ("will take part in the debate", ""),
        ("spoke about the crisis", ""),
        ("are the favourites", ""),
    ),
    "fact": (
        ("the situation is serious", "la situación es grave"),
        ("there is no alternative", "no hay alternativa"),
        ("prices will rise this year", "los precios subirán este año"),
        ("the talks will continue", "las conversaciones continuarán"),
        ("the measures are necessary", "las medidas son necesarias"),
        ("the crisis is not over", "la crisis no ha terminado"),
        ("the elections will be held in May", "las elecciones se celebrarán en mayo"),
        ("the law will be approved soon", "la ley se aprobará pronto"),
        ("the government has not kept its promises", "el Gobierno no ha cumplido sus promesas"),
        ("{N} people have died", "han muerto {N} personas"),
        ("the war must end", "la guerra debe terminar"),
        ("the economy grew by {N} percent in {Y}", "la economía creció un {N} por ciento en {Y}"),
        ("{Q} knew the truth", "{Q} sabía la verdad"),
        ("the borders will be opened", "se abrirán las fronteras"),
        ("the budget is not enough", "el presupuesto no es suficiente"),
        ("the decision was taken in {L}", "la decisión se tomó en {L}"),
        ("the country needs reforms", "el país necesita reformas"),
        ("unemployment has fallen", "el paro ha bajado"),
        ("the vaccine is safe", "la vacuna es segura"),
        ("he will not be a candidate", "no será candidato"),
    ),
    "R": (
        ("prime minister", "primer ministro"),
        ("foreign minister", "ministro de Asuntos Exteriores"),
        ("president", "presidente"),
        ("economy minister", "ministro de Economía"),
        ("spokesman", "portavoz"),
        ("finance minister", "ministro de Finanzas"),
        ("interior minister", "ministro del Interior"),
        ("health minister", "ministro de Sanidad"),
        ("defence minister", "ministro de Defensa"),
        ("education minister", "ministro de Educación"),
        ("secretary general", "secretario general"),
        ("vice president", "vicepresidente"),
        ("leader", "líder"),
        ("ambassador", "embajador"),
        ("director", "director"),
        ("deputy", "diputado"),
        ("senator", "senador"),
        ("mayor", "alcalde"),
        ("judge", "juez"),
        ("coach", "entrenador"),
        ("striker", "delantero"),
        ("writer", "escritor"),
        ("singer", "cantante"),
        ("actor", "actor"),
        ("businessman", "empresario"),
        ("journalist", "periodista"),
        ("king", "rey"),
        ("chairman", "presidente"),
        ("captain", "capitán"),
        ("candidate", "candidato"),
        ("head of state", "jefe de Estado"),
        ("governor", "gobernador"),
        ("general", "general"),
    ),
    "before": (
        ("on Monday ", "el lunes "),
        ("in {Y}, ", "en {Y}, "),
        ("yesterday ", "ayer "),
        ("in {L}, ", "en {L}, "),
        ("however, ", "sin embargo, "),
        ("for his part, ", "por su parte, "),
        ("meanwhile, ", "mientras tanto, "),
        ("after the meeting, ", "tras la reunión, "),
        ("but ", "pero "),
        ("this week ", "esta semana "),
    ),
    "after": (
        (" last night", " anoche"),
        (" in {Y}", " en {Y}"),
        (" today", " hoy"),
        (", sources from {O} said", ", según fuentes de {O}"),
        (" during a visit to {L}", " durante una visita a {L}"),
        (" despite the protests", " pese a las protestas"),
        (" after the attack in {L}", " tras el atentado en {L}"),
        (", as {Q} had asked", ", como había pedido {Q}"),
        (" before parliament", " ante el Parlamento"),
    ),
}
_SLOTS["do"] = tuple(
    zip(
        (en for en, _ in _SLOTS["do"]),
        (
            "asistieron a la ceremonia",
            "firmaron el acuerdo en {L}",
            "acordaron una nueva fecha",
            "participarán en el debate",
            "hablaron de la crisis",
            "son los favoritos",
        ),
    )
)

_CONTRACTIONS = ((" de el ", " del "), (" a el ", " al "))


def sentence(rng: random.Random, fillers: Mapping[str, tuple[str, str]], about: str) -> tuple[str, str]:
    """One English and one Spanish sentence with the same fillers.

    ``fillers`` maps each slot letter (P, Q, O, L, C, D, Y, N) to its English and Spanish text;
    ``about`` is "person" or "organisation". Verbs of number and gender are kept simple: masculine.
    """
    en, es = rng.choice(PERSON if about == "person" else ORGANISATION)
    if rng.random() < 0.35:
        before = rng.choice(_SLOTS["before"])
        en, es = before[0] + en, before[1] + es
    if rng.random() < 0.3:
        after = rng.choice(_SLOTS["after"])
        en, es = en + after[0], es + after[1]
    for slot in ("say", "do", "fact", "R"):
        while f"{{{slot}}}" in en:
            choice = rng.choice(_SLOTS[slot])
            es_slot = "{dos}" if slot == "do" else f"{{{slot}}}"
            en, es = en.replace(f"{{{slot}}}", choice[0], 1), es.replace(es_slot, choice[1], 1)
    for slot, (filler_en, filler_es) in fillers.items():
        en, es = en.replace(f"{{{slot}}}", filler_en), es.replace(f"{{{slot}}}", filler_es)
    for apart, joined in _CONTRACTIONS:
        es = es.replace(apart, joined)
    return _finish(en), _finish(es)


def _finish(text: str) -> str:
    return text[0].upper() + text[1:] + "."
