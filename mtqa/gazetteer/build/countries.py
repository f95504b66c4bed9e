"""Names of countries in tables → ISO 3166-1 alpha-2."""

from __future__ import annotations

from functools import cache, lru_cache

from mtqa.gazetteer.folding import fold

_ALSO = {
    "dr congo": "CD", "democratic republic of the congo": "CD", "congo kinshasa": "CD", "zaire": "CD",
    "congo democratic republic of": "CD", "congo dr": "CD", "congo the democratic republic of the": "CD",
    "republic of the congo": "CG", "congo brazzaville": "CG", "congo republic of": "CG", "congo": "CG",
    "ivory coast": "CI", "cote divoire": "CI", "cape verde": "CV", "timor leste": "TL", "east timor": "TL",
    "swaziland": "SZ", "macedonia": "MK", "kosovo": "XK", "czech republic": "CZ", "burma": "MM", "myanmar": "MM",
    "palestine": "PS", "gaza strip": "PS", "west bank": "PS", "holy see": "VA", "holy see vatican city": "VA",
    "vatican city": "VA",
    "great britain": "GB", "uk": "GB", "usa": "US", "us": "US", "united states of america": "US",
    "korea south": "KR", "korea north": "KP", "korea republic": "KR", "south korea": "KR", "north korea": "KP",
    "republic of korea": "KR", "korea republic of": "KR", "russian federation": "RU", "soviet union": "RU",
    "turkey": "TR", "turkiye": "TR", "taiwan": "TW", "hong kong": "HK", "macau": "MO", "micronesia": "FM",
    "federated states of micronesia": "FM", "micronesia federated states of": "FM", "bahamas the": "BS",
    "gambia the": "GM", "the gambia": "GM", "the bahamas": "BS", "brunei": "BN", "laos": "LA", "syria": "SY",
    "vietnam": "VN", "moldova": "MD", "iran": "IR", "bolivia": "BO", "venezuela": "VE", "tanzania": "TZ",
    "guinea bissau": "GW", "sao tome and principe": "ST",
    "saint vincent and the grenadines": "VC", "saint kitts and nevis": "KN", "saint lucia": "LC",
    "antigua and barbuda": "AG", "trinidad and tobago": "TT", "bosnia and herzegovina": "BA",
    "sahrawi arab democratic republic": "EH", "west germany": "DE", "east germany": "DE", "yugoslavia": "RS",
    "serbia and montenegro": "RS", "czechoslovakia": "CZ", "republic of ireland": "IE",
    "people's republic of china": "CN", "islamic republic of iran": "IR", "state of palestine": "PS",
    "european union": "EU", "african union": "AU", "falkland islands": "FK",
}  # fmt: skip
"""Names that CLDR and ISO do not have."""

PARTS = {
    "scotland": "GB", "wales": "GB", "england": "GB", "northern ireland": "GB", "catalonia": "ES", "cantabria": "ES",
    "quebec": "CA", "kurdistan": "IQ", "tibet": "CN", "republika srpska": "BA", "gagauzia": "MD",
    "abkhazia": "GE", "south ossetia": "GE", "transnistria": "MD", "artsakh": "AZ", "northern cyprus": "CY",
    "luhansk": "UA", "donetsk": "UA", "somaliland": "SO", "brussels capital region": "BE",
}  # fmt: skip
"""Parts of countries that tables treat as countries: their president is not the country's."""


@cache
def _table() -> dict[str, str]:
    import pycountry
    from babel import Locale

    table: dict[str, str] = {}
    for entry in pycountry.countries:
        for attribute in ("name", "official_name", "common_name", "alpha_3"):
            if value := getattr(entry, attribute, None):
                table.setdefault(fold(value), entry.alpha_2)
    for lang in ("es", "en"):
        for code, name in Locale(lang).territories.items():
            if len(code) == 2 and code.isalpha():
                table.setdefault(fold(name), code)
                table.setdefault(fold(name.replace("&", "and").replace("St.", "Saint")), code)
    table.update(_ALSO)
    return table


@lru_cache(maxsize=8192)
def country_code(name: str) -> str:
    """The ISO code of a country's name or alpha-3 code, "" when it is none."""
    text = fold(name.replace("_", " "))
    found = _table().get(text) or _table().get(text.removeprefix("the "))
    return found or ""


def part_of(name: str) -> str:
    """The code of the country that ``name`` is a part of, "" when it is no such part."""
    return PARTS.get(fold(name.replace("_", " ")), "")
