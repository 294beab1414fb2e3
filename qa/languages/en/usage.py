"""English words for the rules of typography, style and grammar."""

from __future__ import annotations

from qa.languages.en.varieties import AMERICAN, BRITISH, VARIETIES
from qa.languages.usage import Calque, Usage, words

__all__ = ["USAGE"]

USAGE = Usage(
    exonyms=words(
        "kremlin moscow petersburg crimea caucasus siberia kiev georgia armenia moldova belarus ukraine poland "
        "warsaw prague chechnya sakhalin sochi hague tatarstan bashkortostan dagestan ingushetia murmansk kaliningrad "
        "cathedral committee parliament minister president director doctor"
    ),
    american=AMERICAN,
    british=BRITISH,
    varieties=VARIETIES,
    doubled_words=words(
        "had that is you her so very bye ha ho he la long far aye yes hey knock wow well hear tut boo chop cha dum pom "
        "tick tsk yum fifty half round never"
    ),
    joining_prefixes=words(
        "inter intra ethno socio anti neo pseudo semi quasi multi ultra trans non pre agro geo bio electro euro "
        "afro anglo franco indo russo sino austro hydro techno psycho macro micro mid counter vice pan crypto"
    ),
    compound_tails=words(
        "standing known reaching fledged owned called based term scale related led wide lasting awaited level "
        "minded oriented sized style backed controlled financed funded held organized organised sponsored speaking "
        "breaking making looking sounding paid educated dressed developed established defined needed deserved "
        "year-old old-fashioned ranking class growing running range profile quality"
    ),
    articles=frozenset({"a", "an", "the"}),
    articled_abbreviations=words(
        "un eu us uk uae usa ussr uss fbi cia nsa bbc nhs fsb kgb gru osce cis eaeu imf wto who icc eec fda cdc "
        "nypd mfa mod sec fed irs dea epa gop dprk drc ira eta plo icj ilo itu upu wfp ioc csto sco rf ussr nba nhl "
        "nfl mlb irgc plc ukr fifa"
    ),
    known_abbreviations=words(
        "tass ria gdp nato lgbt dna rna hiv aids ceo cfo covid cnbc cbs cnn nasa unesco unicef uefa isis bmw cska "
        "usb pdf http https html url phd vip dvd cd tv gps faq ngo iq id ok am pm bst gmt utc rub usd eur gbp opec "
        "brics apec asean interpol swift spa ltd llc jsc pjsc inc"
    ),
    after_names=words(
        "is was are were has had have does did do will would can could may might must shall should said says say "
        "and or but in on at by of to from with for into against under over after before since until during within "
        "through which who that as than while when where because if not also now then again today yesterday here "
        "there too"
    ),
    finite_verbs=words(
        "is was are were has had have does did will would can could may might must shall should said says became "
        "remains remained took went came began makes gave"
    ),
    question_words=words(
        "who whom whose what which why how where is are was were am do does did will would can could should shall "
        "has have had isn't aren't don't doesn't didn't won't can't couldn't haven't hasn't"
    ),
    bodies=words(
        "government parliament cabinet ministry police court council committee commission administration authorities"
    ),
    calques=(
        Calque(
            r"in (?:the )?conditions of(?= (?:the|an?|increas\w+|deteriorat\w+|grow\w+|sanctions|uncertainty)\b)",
            "“amid”, “given” or “as”",
            r"в условиях",
            words=words("conditions"),
        ),
        Calque(
            r"against the background? of|on the background of",
            "“amid”, “as” or “against a backdrop of”",
            r"на фоне",
            words=words("backgroun background"),
        ),
        Calque(
            r"this (?:was|has been) (?:announced|stated|reported|said|told)(?=(?: on \w+day)?(?: to \w+)? by\b)",
            "“…, X said” behind the statement",
            r"об этом",
            mild=True,
            words=words("this"),
        ),
        Calque(
            r"carry(?:ing)? out (?:the )?(?:implementation|realization|realisation) of",
            "“implement”",
            words=words("implementation realization realisation"),
        ),
        Calque(
            r"within the frames? of",
            "“within the framework of”, “under” or “as part of”",
            r"в рамках",
            words=words("frame frames"),
        ),
        Calque(r"in the frames? of", "“as part of”", r"в рамках", words=words("frame frames")),
        Calque(
            r"in connection with this,",
            "“therefore,” or “because of this,”",
            r"в связи с этим",
            words=words("connection"),
        ),
        Calque(r"it is necessary to note that", "“notably”, or nothing", words=words("necessary")),
        Calque(r"in the capacity of", "“as”", r"в качестве", words=words("capacity")),
        Calque(r"in the sphere of", "“in”", r"в сфере", words=words("sphere")),
        Calque(
            r"up to the present time|to the present time",
            "“so far” or “to date”",
            r"до настоящего времени",
            words=words("present"),
        ),
        Calque(r"bears? (?:a|an) \w+ character", "an adjective: “is temporary”", r"носит", words=words("bear bears")),
        Calque(r"has its place|takes its place to be", "“exists” or “occurs”", r"имеет место", words=words("place")),
        Calque(r"the given (?:question|problem|issue|document|moment)", "“this”", r"данн", words=words("given")),
    ),
)
