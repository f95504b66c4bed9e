"""The weights of evidence: one visible table, and how it becomes a confidence.

A candidate's features are multiplied with the weights of its rule and summed; the logistic function turns the sum
(log-odds that the flag is right) into a score, and the first table turns that into the confidence that is shown. A
feature that a table lacks is a defect and raises KeyError.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

CALIBRATION = "confidence"
"""The table that turns the score of a finding into a confidence."""
WEIGHTS: dict[str, dict[str, float]] = {
    "confidence": {
        "bias": 2.5,
        "log-odds": 0.35,  # of the score that the tables below give
    },
    "NAM101-person": {
        "bias": -4.0,
        "role holder": 4.5,  # holds the office that the text gives, on the date
        "kept tokens": 1.6,  # parts of the name that passed through
        "rare kept": 1.4,  # … and that few people bear (0..1)
        "translated tokens": 1.0,
        "near tokens": -0.8,  # one slip of spelling away
        "alike": 0.8,  # the translated word is also spelt like the name: two reasons for one change
        "dictionary": 0.8,
        "model": 0.9,
        "expected": 0.8,
        "prominence": 3.0,
        "leader in office": 1.4,  # the highest offices, held in the year of the copy
        "in office here": 1.5,  # some office, held in the year of the copy, in the country of the story
        "Spanish company": 2.0,  # a Spanish given name, in a story of Spanish-speaking countries (0..1)
        "oddness": 1.6,  # the translated words are common words and hardly anybody's name (0..1)
        "english given": -2.0,  # a given name in its English form, which many bear
        "known surname": -3.0,  # people are called so in English (0..1)
        "initial": -1.2,  # a translated word stands first in its sentence
        "titled": -2.0,
        "skipped": -0.7,
        "country": 0.8,
        "rivals": -0.4,
    },
    "NAM101-unlisted": {
        "bias": -5.5,
        "oddness": 2.0,
        "given": 1.5,
        "surname share": 2.0,
        "model": 1.2,
        "rare sense": -2.5,  # dictionaries know better words for it (0..1)
        "forced": 1.0,  # what the es→en model thinks of writing the word for the surname (-1..1)
        "longer": 0.8,  # two given names, or a surname that passed through
        "initial": -1.0,
        "titled": -3.0,
        "head noun": -3.5,
        "country": 2.0,
    },
    "NAM101-given": {
        "bias": -6.0,
        "commonness": 0.8,  # of the word in English (0..1)
        "given": 1.5,
        "surname": 1.5,
        "sense": 2.0,  # weight of the given name among what dictionaries have for the word
        "forced": 1.0,  # what the es→en model thinks of writing the word for the given name (-1..1)
        "office": 1.5,  # "the minister Dew Alcántara"
        "longer": 0.8,  # two surnames
        "article": -2.5,
        "initial": -2.0,
        "country": 2.0,
    },
    "NAM101-again": {
        "bias": -0.8,
        "person": 1.2,  # the original is somebody's surname
        "times": 0.4,  # … and stands in the story more than once (0..3)
        "speaks": 2.0,  # a singular with no article, and what people do behind it
        "dictionary": 0.6,
        "model": 0.6,
        "oddness": 0.5,
        "borne": -2.0,
        "article": -1.5,  # "the Bells" may be bells
        "initial": -2.0,
        "known": -1.5,
        "lower": -0.7,
    },
    "NAM101-particle": {
        "bias": -2.4,
        "role holder": 3.0,
        "kept tokens": 1.0,  # parts of the name that passed through, after the first
        "rare kept": 1.5,
        "article": 0.3,  # "of the": two words for one particle, or for two
        "loose": -1.0,  # "to" and "and", which part two names as well
        "oddness": 1.0,
        "prominence": 1.5,
        "country": 1.8,
        "skipped": -0.5,
    },
    "NAM101-phrase": {
        "bias": -4.6,
        "expected": 0.9,
        "dictionary": 0.3,
        "model": 1.4,
        "alignment": 0.3,  # word by word, some of it only alike
        "nickname": -2.5,  # translates an alias, not the name
        "loose": -1.0,  # nothing but the alignment
        "ambiguous": -2.5,
        "prominence": 2.5,
        "country": 3.0,
        "stranger": -1.5,  # what stands in a country of which the story says nothing, of others it does
        "kept tokens": 0.6,
        "dictionary entry": -1.0,
        "single": -4.5,
        "wording": -3.0,  # English has another wording of the same words
        "half Spanish": 2.5,  # keeps a Spanish word beside translated ones: "Liga of Bells"
        "bare order": 2.4,  # two words that English has the other way round: "Front Renovator"
        "words": 0.5,  # content words beyond two (0..3)
        "world": 1.2,  # a body that belongs to no country, by more than an alignment
        "article": 0.8,  # "of the" in a longer name, where English has none
        "city": 4.0,  # "City of Ruritania", a wording that English has not
        "work": -0.5,  # titles of films and books are made of common words
        "capitals": 3.0,
        "kept capitals": 1.5,  # a known mistranslation in the capitals that the Spanish name has
        "capitals of media": 1.2,  # papers write their own name so, in stories of any country
        "kin": 4.2,  # a single word among other parties, or media, of the same country
        "capital article": 2.15,  # "he told The Hill"
        "kind beside": 3.0,  # "the newspaper The Hill"
        "told": 0.9,  # "he told The Hill", "The Hill reported": papers and stations
        "initial": -1.0,
        "titled": -2.0,
        "repeated": 0.6,
        "keeps original": 1.5,
        "function word": 0.7,
        "original nearby": 1.5,
    },
    "NAM101-widened": {
        "bias": -5.0,
        "led": 3.0,  # "the leader of more field"
        "called": 3.0,  # "the coalition open hills", "the Ruritania party"
        "beside": 3.0,  # "more field and the PSOE"
        "capital": 1.0,  # some of it kept its capital
        "prominence": 2.5,
        "country": 1.0,
        "keeps original": 0.7,
        "article": -2.0,  # "the leader of the new generation"
        "initial": -0.7,
    },
    "NAM101-worded": {
        "bias": -3.5,
        "words": 0.9,  # content words that line up, beyond two (0..3)
        "spanish order": 0.9,  # words that English has the other way round
        "bare order": 2.2,  # … with nothing between them: "Front Renovator"
        "by": 2.2,  # "Alliance by the Harbour": Spanish "por"
        "article": 0.8,  # "of the", where English has none
        "quoted": 1.4,  # quotation marks around it: a title
        "half Spanish": 2.2,  # a Spanish word beside translated ones
        "unlike": 1.0,  # share of words that no English name of it has
        "loose": -0.9,  # words that are only alike, and that no English name of it has
        "reworded": 1.2,  # its English name with another word for one of its words: "Northern Bell Guild"
        "prominence": 2.0,
        "country": 1.8,
        "world": 0.9,  # a body or a term that belongs to no country
        "expected": 0.8,
        "stranger": -2.0,  # belongs to a country of which the story says nothing
        "keeps original": 1.0,
        "nickname": -1.5,
        "original nearby": 1.0,
        "initial": -0.3,
        "titled": -1.0,
        "place": -0.5,
    },
    "NAM101-title": {
        "bias": -4.6,
        "expected": 1.2,
        "roads": 0.4,  # … by two ways
        "ambiguous": -2.5,
        "aligned": 0.8,  # dictionaries account for every word, in the order of the Spanish
        "loose": -0.8,  # … one of them is only alike
        "rare sense": -1.5,  # … dictionaries know better words for one of them
        "English article": 4.2,  # "The colinas": all but the article is the Spanish title
        "words": 0.8,  # content words beyond two (-1..3)
        "sentence case": 1.4,  # a capital at the beginning only: English titles have more
        "half Spanish": 1.8,
        "bare order": 1.8,
        "article": 0.5,  # "of the", where English has none
        "unlike": 0.6,  # share of the words that no English title of it has
        "kind beside": 2.0,  # "the film …", "a novel by …"
        "kind said": 0.8,  # the story speaks of such works
        "somebody's": 0.8,  # "…, of Ana Roble"
        "country": 1.4,
        "stranger": -0.8,
        "keeps original": 0.4,
        "explained": -4.0,  # the story has the Spanish title as well
        "stop": -0.8,  # a comma or a full stop before the closing mark
        "guillemets": 0.7,  # marks that no English copy has
        "titled": -1.0,
    },
    "NAM101-british": {
        "bias": -3.2,
        "owned": 3.5,  # "the Spanish …", "… of Spain"
        "holder": 3.0,  # who holds the office there on the day stands behind it
        "leaders": 1.2,  # the story names somebody who governs there
        "again": 1.8,  # … or owns another of them in the same story
        "share": 1.5,  # of the country in the story
        "often": 0.8,
        "speaks Spanish": 0.6,
        "Britain": -1.2,  # the story also speaks of countries that have such offices (0..1)
        "portfolio": 0.8,  # "Home Office Minister": Britain has several, others one
        "titled": -0.7,
    },
    "NAM101-place": {
        "bias": -4.0,
        "prominence": 2.5,
        "country": 2.5,
        "capital article": 0.8,  # "in The Peace", amid a sentence
        "kept": 1.2,  # … with the Spanish word left: "The Quiaca"
        "saint": 1.5,
        "ambiguous": -0.5,
        "namesake": -1.0,  # English calls somebody so
        "before country": 1.2,  # "in The Peace, Bolivia"
    },
    "NAM101-placed": {
        "bias": -3.8,
        "prominence": 2.6,
        "country": 1.5,
        "kind": 1.9,  # "the province of Oaks", "the mayor of Oaks"
        "company": 0.8,  # other members of the enumeration that are known places of the country (0..3)
        "before country": 1.6,  # "Oaks, Bolivia"
        "in brackets": 1.4,  # "Ponferrada (Oaks)"
        "dateline": 2.2,  # "OAKS (Agency) -": where the story comes from
        "in": 0.6,
        "of": 0.3,
        "capital article": 0.8,
        "kept": 1.2,  # "of The Zarquilla": a Spanish word behind an English article
        "strange": 0.6,  # hardly an English word
        "ambiguous": -0.4,
        "article lost": -1.0,  # "Oak" for La Encina, where a translator has "The Oak"
        "borne": -3.0,  # many are called so (0..1)
        "surnames": -1.2,  # so are the other members of the enumeration
        "lower": -1.5,  # the story has the word itself
        "original nearby": 0.6,
    },
    "NAM101-place-particle": {
        "bias": -1.8,
        "prominence": 1.0,
        "country": 2.4,
        "article": 0.5,  # "of the": two words for one particle
        "turned": -0.3,  # "Campo's Alcor"
        "Spanish words": 1.2,  # a word that English has not (0..1)
        "English words": -4.0,  # a word that English has rather: "Region of …"
        "person": -0.4,  # "Molina of Campo" may be a Molina
        "particles": 0.5,  # others passed
    },
    "NAM101-seat": {
        "bias": -3.6,
        "prominence": 2.0,
        "country": 2.4,
        "speaks": 1.0,  # "the Louise said"
        "at": 0.5,
        "repeated": 0.2,
    },
    "NAM102": {
        "bias": -4.2,
        "role holder": 4.0,
        "prominence": 2.7,
        "kept tokens": 1.5,
        "odd spelling": 1.8,
        "edits": -0.4,
        "skipped": -0.8,
        "in document": 2.3,
        "country": 1.0,
        "titled": -0.5,
        "rivals": -0.6,
    },
    "NAM102-alone": {
        "bias": -3.4,
        "prominence": 2.5,
        "place": 0.5,
        "length": 0.5,  # letters over six
        "english": -1.5,
        "native letters": -2.0,
        "our letters": -1.0,  # nobody turns a name of such a country into other letters
        "country": 2.0,
        "in office": 1.5,
        "in document": 2.0,
        "given": 1.2,  # the person's given name stands before it, in whatever spelling
        "beside": 1.2,  # "Redonia and Sylvania": a place that readers know, in one breath
        "borne": -2.0,
        "initial": -0.5,
        "titled": -0.5,
    },
    "NAM102-holder": {
        "bias": -4.6,
        "role holder": 3.0,
        "kept tokens": 1.5,  # parts of the name that passed through, after the first
        "rare kept": 1.6,
        "gloss": 2.0,
        "cognate": 2.6,  # the given name in another language's form, of somebody who governs or has that office
        "shortened": 2.5,  # a beginning of the surname
        "unknown": 1.5,  # no word, no name, and spelt nearly so
        "word": 0.5,  # an English word that nothing leads back to the name
        "oddness": 1.5,
        "borne": -0.5,
        "prominence": 1.5,
        "country": 1.0,
        "initial": -1.0,
    },
    "NAM102-regnal": {
        "bias": -2.4,
        "role holder": 2.5,
        "in office": 1.5,  # in the year of the copy
        "country": 1.0,
        "prominence": 1.5,
        "words": 1.5,  # that agree besides the first name and the numeral
    },
    "NAM102-romanised": {
        "bias": -2.3,
        "country": 3.2,  # where names are written in the other alphabet (0..1)
        "marks": 1.0,  # both parts have letters that only French writes there
        "both": 0.8,  # English spells both parts otherwise
        "mute": 0.4,  # -ine for -in
        "initial": -0.2,
    },
    "NAM102-joined": {"bias": 0.6, "known": 1.0, "elsewhere": 1.5},
    "NAM102-shortened": {"bias": 0.2, "unknown": 1.2, "initial": -0.8},
    "NAM102-variant": {"bias": -0.6, "times": 0.5, "known": 0.8, "given": 1.4, "titled": -1.0, "initial": -0.4},
    "NAM103-place": {"bias": 0.0, "prominence": 1.5},
    "NAM103": {"bias": 1.5, "prominence": 1.5, "common word": -3.0, "role": 1.0},
    "ROL101": {
        "bias": 2.5,  # the rule looks at nothing but apposed offices of one known holder, and at known people
        "held it": -3.0,
    },
    "SPA101-person": {
        "bias": -1.5,
        "prominence": 3.0,
        "role holder": 2.5,
        "derived": -1.5,
        "tokens": 0.8,
        "changed": 0.8,
        "spanish letters": 1.4,  # English attests another spelling, and not this one
        "given known": 0.5,
        "accents only": -3.0,
        "hispanic": 0.2,
        "hispanic surname": -3.0,
        "leader": 2.5,  # of a rare surname, who governs in the year of the copy
        "abroad": -1.2,
        "rivals": -0.5,
    },
    "SPA101-royal": {
        "bias": -3.8,
        "realm": 2.5,  # "of Sylvania", where the person is at home
        "title": 0.3,
        "holder": 2.5,  # holds the office of the title (1), or did lately (0.5)
        "listed": 1.5,  # Spanish has the very words, with the title or the realm
        "country": 2.0,
        "prominence": 2.0,
        "rather Spanish": 1.0,
        "latin": -1.2,  # the story also speaks of countries where people are called so in English (0..1)
        "house": 0.8,  # another one of the same country stands there in Spanish form
        "titled": -0.7,
    },
    "SPA101-spelling": {
        "bias": -3.2,
        "better": 1.0,  # how much better English attests its own spelling, in powers of ten (1..3)
        "country": 2.4,
        "changed": 1.0,
        "accents": 0.5,
        "alone": -0.6,
        "initial": -0.3,
    },
    "SPA101-doubled": {"bias": 2.4, "joined": -0.8, "capitals": -0.5},
    "SPA101-undoubled": {
        "bias": -0.3,
        "states": 0.8,  # twice the share of the United States in the story (0..1)
        "article": -1.5,  # "the EU": the Union has the article; a story of trade names it in passing
        "repeated": 0.3,
    },
    "SPA101-place": {
        "bias": -1.4,
        "prominence": 2.8,
        "english word": -2.0,
        "person name": -1.2,
        "accents only": -0.2,
        "tokens": 0.8,
        "country": 1.2,
        "in": 0.8,  # "in", "near", "from" stand before places
        "part of run": -1.0,
        "spanish text": -3.0,
        "beside": 1.2,  # another Spanish name in the same sentence
        "rather Spanish": 1.2,  # an acronym that Spanish has far more often than English (0..1)
        "named": 0.8,  # … and the story also calls the body by an English name
    },
    "SPA101-rank": {"bias": 1.5, "speaks Spanish": -1.2, "in": -1.5, "titled": -0.5},
    "SPA101-half": {
        "bias": 0.4,
        "left": 0.5,  # Spanish words beyond the first (0..2)
        "prominence": 1.5,
        "country": 0.8,
        "part of run": -1.2,
        "titled": -0.3,
    },
    "SPA101-compound": {"bias": 1.0, "both": 1.0, "known": 1.5, "titled": -0.3},
    "SPA101-title": {
        "bias": -3.0,
        "kind beside": 2.2,  # "the film …"
        "kind said": 1.0,  # the story speaks of such works
        "somebody's": 0.8,  # "…, by Ana Roble"
        "Spanish words": 0.7,  # words that English has none like (0..3)
        "article": 0.6,
        "words": 0.4,  # words beyond two (0..3)
        "prominence": 1.5,
        "country": 0.8,
        "speaks Spanish": -1.5,  # share of the Spanish-speaking countries in the story
        "titled": -1.0,
    },
    "SPA101-phrase": {
        "bias": -3.1,
        "public": 1.5,  # a square, a ministry, a party: those of a country have no names in another language
        "calendar": 0.4,  # squares and movements are named after days
        "words": 0.8,  # words that English has none like, beyond the first (0..3)
        "cognates": 0.3,
        "function words": 0.3,
        "only Spanish": 0.7,  # no Italian, Portuguese or Catalan spells so
        "name inside": -0.8,
        "listed": 2.0,  # a source has it as the Spanish name of something
        "known": 2.0,  # something is called so as the words say it in English
        "place abroad": 2.5,  # "… de Berna": half of it where the story does not speak of Switzerland
        "article": 0.6,  # "La Primera …": a title
        "lone noun": -1.2,  # an article and a noun: bands, bars and villages are called so
        "speaks Spanish": -5.0,
        "neighbour": -1.2,
        "once Spanish": -3.0,
        "elsewhere": 1.2,  # the story is about another country
        "beside Spanish names": -1.5,
        "among Spanish names": -1.2,
        "cut short": -2.5,  # English goes on where the Spanish stops
        "initial": -0.2,
        "titled": -0.5,
    },
    "SPA102": {"bias": 0.4, "listed": 0.3, "country": 0.8, "capital": 0.2, "initial": -0.5},
    "COR101": {
        "bias": -2.6,
        "prominence": 2.5,
        "tokens": 1.5,
        "length": 0.5,  # letters over six
        "edits": -2.0,
        "country": 1.4,
        "in document": 2.0,
        "repeated": -0.6,
        "in": 0.6,
        "initial": -0.3,
        "titled": -0.8,
    },
    "COR102": {
        "bias": -2.15,
        "whole": 3.0,  # of a name of several tokens, its prominence
        "alphabet": 2.2,
        "kept": -4.0,
        "replaced": -1.3,
        "replaced alone": -2.0,
        "vowel at end": -3.2,
        "plain": -1.2,  # names in plain letters that are spelt with others (0..2)
        "holes": -1.0,
        "compound": -0.8,
        "mark": 1.5,
        "length": 0.35,  # letters over three
        "word": -1.5,
        "borne": -0.6,
        "spelt": 0.8,
        "unlisted": -2.0,
        "prominence": 1.1,
        "place": 0.35,
        "country": 0.4,
        "known": 1.2,
        "rivals": -1.8,
        "amid": 0.3,
        "titled": -0.6,
        "initial": -0.3,
        "others": 0.8,
    },
    "COR102-unfilled": {
        "bias": -0.9,
        "dot": 1.6,
        "hyphen": -0.1,
        "twin": -0.1,
        "doubtful": -0.6,
        "others": 0.8,
        "accented": 1.2,
        "repeated": 0.2,
        "titled": -0.3,
    },
    "COR101-people": {
        "bias": 0.9,
        "times": 0.3,  # how often the story names the place beyond once (0..3)
        "initial": -0.4,
    },
    "ACR101-shortened": {
        "bias": -3.0,
        "country": 2.0,
        "prominence": 1.5,
        "kin": 1.5,
        "named": 1.5,
        "length": 0.5,  # letters over two
        "common": -2.0,
        "others": 0.8,
        "plain": -1.2,
        "indefinite": -3.0,
        "before a name": -1.6,
        "titled": -0.5,
    },
    "ACR101-reordered": {"bias": 0.4, "repeated": 0.6, "original nearby": 1.0, "length": 0.5},
    "ACR101-disordered": {"bias": -0.2, "capitals": 0.8, "length": 0.5, "known": -0.3},
    "ACR101-crossed": {
        "bias": -2.2,
        "country": 4.1,
        "prominence": 1.1,
        "plural": -0.4,
        "repeated": 0.6,
        "at home": -4.0,
        "original nearby": 1.0,
        "lower words": -4.0,
        "common": -3.0,  # an acronym that English copy has often, of the country or not (0..1)
    },
    "ACR101-derived": {
        "bias": -2.2,
        "named": 2.2,  # the story has the English name of the body
        "acronym said": 1.5,  # … or its English acronym
        "in order": 1.2,  # the initials of the Spanish name as it stands, not only its letters
        "length": 0.8,  # letters over three
        "country": 1.8,
        "prominence": 1.0,
        "repeated": 0.4,
        "explained": 1.0,  # the name stands beside it, in or before brackets
        "common": -1.5,  # how common English copy has it, of whatever body (0..1)
        "rather Spanish": 0.8,  # how much more often Spanish has it than English (-1..1)
    },
    "ACR101-spelt-out": {
        "bias": 0.2,
        "beside": 0.8,  # brackets join the acronym and the words
        "known": 1.8,  # the words are a body's English name
        "nearly": 0.6,  # … but for one word: Agency for Authority
        "length": 0.7,  # letters over three
        "repeated": 0.3,
        "rather Spanish": 0.6,  # how much more often Spanish has it than English (-1..1)
    },
    "ACR101-worded": {
        "bias": -3.0,
        "bracketed": 2.5,  # its name stands before it
        "named": 2.0,  # … or somewhere in the story
        "country": 2.0,
        "prominence": 1.5,
        "repeated": 0.7,
    },
    "ACR101-defined": {
        "bias": -3.7,
        "spanish acronym": 4.5,
        "broken acronym": 3.0,
        "fit": 2.0,  # how well the words before the brackets fit the body that the acronym names (-1..1)
        "prominence": 1.0,
        "called": 0.5,  # the name is right, and but for its acronym English
        "half Spanish": 2.5,
        "spanish order": 1.7,
        "articles": 0.5,  # "Agency of the Energy"
        "at home": -2.0,
        "abroad": -2.0,  # the right acronym after another wording of a name that English has no fixed one for
    },
    "ACR101": {
        "bias": 1.0,
        "other body": 1.5,
        "spanish acronym": 1.5,
        "prominence": 1.0,
    },
}


def confidence(table: str, features: Mapping[str, float]) -> float:
    """How likely a flag is to be right (0..1), from a table's weights (logistic regression's form)."""
    weights = WEIGHTS[table]
    total = weights["bias"] + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))
