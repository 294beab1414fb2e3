"""German."""

from __future__ import annotations

from msgspec.structs import replace

from qa.languages import cldr
from qa.languages.lexicon import Denial, Measures, NumberWords, by_word, inflect
from qa.languages.pack import LanguagePack
from qa.languages.usage import Usage, words

__all__ = ["PACK"]

_UNITS = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
)
_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig", 60: "sechzig", 70: "siebzig", 80: "achtzig",
    90: "neunzig"}  # fmt: skip
_BASE = {word: number for number, word in enumerate(_UNITS.split())} | {word: number for number, word in _TENS.items()}
_JOINED = {
    f"{'ein' if unit == 'eins' else unit}und{ten}": value + number
    for value, ten in _TENS.items()
    for number, unit in enumerate(_UNITS.split()[:10])
    if number
}
_CARDINALS = _BASE | _JOINED | {"dreissig": 30} | dict.fromkeys(words("ein eine einen einem einer eines"), 1)
_CARDINALS |= dict.fromkeys(words("beide beiden beider zwo zweien"), 2) | {"dreien": 3}
_HALVES = {
    f"{'ein' if unit == 'eins' else unit}einhalb": f"{number}.5"
    for number, unit in enumerate(_UNITS.split()[:13])
    if number
}
_ORDINAL_STEMS = (
    {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
    | {
        word + ("t" if value < 20 else "st"): value  # noqa: PLR2004 -- how ordinals are formed
        for word, value in (_BASE | _JOINED).items()
        if value not in {0, 1, 3, 8}
    }
    | {"hundertst": 100, "tausendst": 1000}
)
_MONTHS = by_word(
    {
        1: "januars jänner jänners",
        2: "februars feber",
        3: "märzes maerz mrz",
        4: "aprils",
        5: "mais",
        6: "junis juno",
        7: "julis",
        8: "augusts",
        9: "septembers",
        10: "oktobers",
        11: "novembers",
        12: "dezembers",
    }
)
_DAYS = {"montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonntag": 7,
    "sonnabend": 6}  # fmt: skip
_WEEKDAYS = inflect(_DAYS, "- s es abend nachmittag vormittag morgen mittag nacht sabend snacht") | inflect(
    {day: number for day, number in _DAYS.items() if number > 1},
    "e en",  # *Montage* is assembly work, too
)

PACK = LanguagePack(
    code="de",
    name="German",
    letters="abcdefghijklmnopqrstuvwxyzäöüß",
    quotes=(("„", "“"), ("‚", "‘")),
    usage=Usage(
        determiners=words(
            "der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans kein keine keinen "
            "keinem keiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere "
            "unseren unserem unserer dieser diese dieses diesen diesem jede jeder jedes jeden jedem viele vielen "
            "mehrere mehreren einige einigen alle allen beide beiden zwei drei neue neuen neuer neues große großen "
            "großer großes ersten erste erster letzte letzten ganze ganzen hohe hohen"
        )
    ),
    dashes=(" – ", " — "),
    decimal_mark=",",
    grouping_marks=frozenset({".", "\u00a0", "\u202f", " ", "’"}),
    abbreviations=words(
        "z b d h u a bzw ca dr prof hr fr st nr str bd s vgl evtl ggf inkl max min mio mrd usw etc jan feb apr aug "
        "sept "
        "okt nov dez mo di mi do sa so tel abs art"
    ),
    denial=Denial(words=words(
        "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts nirgends ohne weder")),
    length_factor=1.13,
    common_words=words(
        "der die das und in zu den von mit ist im für auf des sich nicht ein eine als auch es an werden aus er hat "
        "dass "
        "sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch "
        "wurde wurden seine ihre dem"
    ),
    number_words=NumberWords(
        cardinals=_CARDINALS,
        ordinals=inflect(_ORDINAL_STEMS, "e en er es em"),
        magnitudes=by_word(
            {
                12: "dutzend dutzende dutzenden",
                100: "hundert hunderte hunderten",
                1000: "tausend tausende tausenden tsd",
                10**6: "million millionen mio",
                10**9: "milliarde milliarden mrd",
                10**12: "billion billionen bio",
            }
        ),
        fractions=_HALVES | by_word({"0.5": "halb halbe halben halber halbes hälfte", "third": "drittel dritteln",
            "0.25": "viertel vierteln", "0.75": "dreiviertel", "1.5": "anderthalb anderthalbe", "0.2": "fünftel",
            "0.1": "zehntel"}),
        compounds={word: value for word, value in _CARDINALS.items() if value > 1} | {"ein": 1},
        implied=by_word({(2, 100): "doppelt doppelte doppelten verdoppelt verdoppelte verdoppeln",
            (2,): "paar zweimal zweifach beides", (3,): "dreimal dreifach verdreifacht verdreifachte",
            (4,): "viermal vierfach vervierfacht", (5,): "fünfmal", (10,): "zehnmal jahrzehnt jahrzehnte jahrzehnten",
            (24, 1): "tag tage tages täglich", (7, 1): "woche wochen wöchentlich", (12, 1): "jahr jahres jährlich",
            (6,): "halbjahr halbjahres", (3, 1): "quartal quartals", (1,): "einmal einzige einziger einziges einzigen",
            (100,): "jahrhundert jahrhunderts jahrhunderte", (1000,): "jahrtausend jahrtausends",
            (60, 1): "stunde minute", (30,): "halbstündige halbstündigen halbstündiger", (15,): "viertelstunde",
            (45,): "dreiviertelstunde"}),
        decades={f"{ten}er": value for ten, value in ((word, value) for value, word in _TENS.items())} | {"zehner": 10},
        joiners=frozenset({"und"}),
        glued=True,
        ordinal_suffixes=words("te ten ter er ern"),
        range_words=words("bis und oder"),
    ),
    calendar=replace(
        cldr.calendar("de"),
        months=cldr.calendar("de").months | _MONTHS,
        weekdays=_WEEKDAYS,
        year_words=words("jahr jahre jahres jahren"),
        forenoon=words("morgens vormittags früh"),
        afternoon=words("nachmittags abends"),
        hours=words("uhr stunde stunden h"),
        minutes=words("minute minuten min"),
        clock_words={"mittag": 720, "mitternacht": 0},
        day_words=frozenset({"."}),
    ),
    measures=Measures(
        units=cldr.unit_words("de") | by_word({"%": "prozent prozents prozentige prozentigen prozentiger prozentiges",
            "pp": "prozentpunkt prozentpunkte prozentpunkten", "bp": "basispunkt basispunkte basispunkten",
            "km/h": "stundenkilometer stundenkilometern", "hectare": "hektar hektare", "km": "kilometern",
            "m": "metern meters", "cm": "zentimetern", "mm": "millimetern", "kg": "kilo kilos kilogramms kilogramm",
            "centner": "doppelzentner", "km2": "quadratkilometer quadratkilometern",
            "m2": "quadratmeter quadratmetern", "m3": "kubikmeter kubikmetern", "barrel": "barrel fass",
            "kw": "kilowatt", "mw": "megawatt", "gw": "gigawatt", "hour": "stündige stündigen stündiger",
            "ml": "milliliter",
            "litre": "litern", "mile": "meile meilen", "knot": "knoten", "celsius": "celsius",
            "century": "jahrhundert jahrhunderte jahrhunderten", "decade": "jahrzehnt jahrzehnte jahrzehnten",
            "year": "jahr jahre jahren jährige jähriger jährigen jähriges jährigem", "day": "tage tagen",
            "month": "monate monaten",
            "tonne": "tonne tonnen", "degree": "grad"}),
        currencies=by_word({"EUR": "euro euros", "USD": "dollar dollars", "GBP": "pfund", "CHF": "franken",
            "RUB": "rubel rubeln", "JPY": "yen", "CNY": "yuan renminbi", "PLN": "zloty złoty", "UAH": "hrywnja griwna",
            "TRY": "lira", "SEK": "kronen krone", "INR": "rupien rupie", "KRW": "won", "ILS": "schekel",
            "ARS": "peso pesos", "AED": "dirham", "RSD": "dinar", "KZT": "tenge"}),
        rates={"pro stunde": "/h", "pro sekunde": "/s"},
        squares=words("quadrat qm"),
        modifiers=words("us amerikanische amerikanischer russische schweizer britische"),
    ),
)  # fmt: skip
