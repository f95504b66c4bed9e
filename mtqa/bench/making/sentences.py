"""Spanish newswire of our own with one name in each sentence, and no other capital but that of its country.

``{}`` is the name; ``{o}`` an office as Spanish says it, with its holder's country.
"""

from __future__ import annotations

HOLDER = (
    "El {o}, {}, dijo este lunes que la situación es grave.",
    "Según el {o}, {}, las conversaciones continuarán esta semana.",
    "La oposición pidió la dimisión del {o}, {}, tras la votación.",
    "En una rueda de prensa, el {o}, {}, negó las acusaciones.",
    "El acuerdo fue firmado por el {o}, {}, y por los sindicatos.",
    "El {o}, {}, viajará la próxima semana a la frontera.",
    "Los periodistas preguntaron al {o}, {}, por el presupuesto.",
)
PERSON = (
    "La policía interrogó ayer a {} durante tres horas.",
    "El discurso de {} duró más de una hora y fue muy aplaudido.",
    "Según {}, el país necesita reformas y no promesas.",
    "El libro que escribió {} se publicará en otoño.",
    "La candidatura de {} recibió el apoyo de tres ministros.",
    "Todos conocían a {} y nadie quiso hablar con la prensa.",
    "Así lo afirmó {} en una entrevista publicada este domingo.",
)
MEDIA = (
    "Según publica {}, el ministro sabía la verdad desde enero.",
    "En declaraciones a {}, el portavoz negó la noticia.",
    "La encuesta publicada por {} da la victoria a la oposición.",
    "El director de {} dimitió tras la publicación de las fotografías.",
    "Una periodista de {} fue detenida durante la protesta.",
)
PARTY = (
    "Los diputados de {} votaron en contra de la ley.",
    "La victoria de {} en las elecciones municipales sorprendió a todos.",
    "El candidato de {} prometió bajar los impuestos.",
    "El acuerdo con {} permitirá formar gobierno antes del verano.",
    "La sede de {} amaneció llena de carteles.",
)
BODY = (
    "El informe de {} señala que el paro ha bajado.",
    "Los expertos de {} llegarán mañana a la zona del terremoto.",
    "La reunión con {} se celebrará en mayo.",
    "El país pertenece a {} desde hace diez años.",
    "Un portavoz de {} confirmó que las ayudas ya han sido pagadas.",
)
PLACE = (
    "El tren que va a {} llegó con dos horas de retraso.",
    "Miles de personas huyeron de {} por las inundaciones.",
    "El aeropuerto de {} permanecerá cerrado hasta el viernes.",
    "La feria de {} reunió este año a más visitantes que nunca.",
    "El incendio comenzó cerca de {} y ya ha sido apagado.",
)
WORK = (
    "La obra {} se estrena el viernes en la capital.",
    "El público aplaudió durante diez minutos al final de {}.",
    "Los derechos de {} fueron vendidos a una cadena extranjera.",
)
CONTEXT = (
    "La economía de {} creció un dos por ciento el año pasado.",
    "El gobierno de {} no ha explicado su decisión.",
    "En {} se celebrarán elecciones el próximo año.",
    "El parlamento de {} aprobó la ley de madrugada.",
)
"""About a country: what the story is about. Its name is no target."""

OF_KIND = {"media": MEDIA, "party": PARTY, "organisation": BODY, "place": PLACE, "work": WORK, "person": PERSON}

OFFICES = {
    "president": "presidente de {}",
    "prime minister": "primer ministro de {}",
    "minister of foreign affairs": "ministro de exteriores de {}",
    "minister of finance": "ministro de finanzas de {}",
    "minister of defence": "ministro de defensa de {}",
    "minister of health": "ministro de sanidad de {}",
    "minister of interior": "ministro del interior de {}",
    "minister of justice": "ministro de justicia de {}",
    "deputy prime minister": "viceprimer ministro de {}",
    "minister of education": "ministro de educación de {}",
    "vice president": "vicepresidente de {}",
    "minister of labour": "ministro de trabajo de {}",
    "minister of agriculture": "ministro de agricultura de {}",
    "minister of culture": "ministro de cultura de {}",
    "minister of economy": "ministro de economía de {}",
}
"""Offices of the gazetteer that a story may give, as Spanish says them before a country."""

CONTRACTIONS = ((" de el ", " del "), (" a el ", " al "), (" de El ", " de El "))


def contracted(text: str) -> str:
    """The sentence with "de el" and "a el" joined, as Spanish writes them; not before a name's own article."""
    for apart, joined in CONTRACTIONS:
        text = text.replace(apart, joined)
    return text
