"""Families of words that American and British English spell in two ways, by the pattern of the difference.

A list of our own. Derivatives that both varieties spell alike (*humorous*, *vigorous*, *honorary*, *metallic*) are in
no family, and verbs that end in *-ise* everywhere (*advise*, *televise*) are not in ``IZE``. Words that one variety has
in another sense (*tire*, *meter*, *draft*) or beside its own spelling (*grey*, *catalogue*) are named at the end.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "AMERICAN_TOO",
    "BRITISH_OFTEN",
    "BRITISH_TOO",
    "DOUBLED",
    "IZE",
    "LETTER",
    "PAIRS",
    "RE",
    "SAME",
    "SINGLE",
    "YZE",
]

LETTER: Final = (
    # -or, -our
    "arbo(u)r ardo(u)r armo(u)r behavio(u)r belabo(u)r cando(u)r clamo(u)r colo(u)r demeano(u)r discolo(u)r "
    "disfavo(u)r dishono(u)r dolo(u)r enamo(u)r endeavo(u)r favo(u)r fervo(u)r flavo(u)r harbo(u)r hono(u)r humo(u)r "
    "labo(u)r misbehavio(u)r neighbo(u)r odo(u)r parlo(u)r ranco(u)r rigo(u)r rumo(u)r savio(u)r savo(u)r "
    "splendo(u)r succo(u)r tumo(u)r valo(u)r vapo(u)r vigo(u)r watercolo(u)r "
    # e, ae and oe
    "an(a)emia an(a)esthesia an(a)esthesiologist an(a)esthetic an(a)esthetist c(a)ecum c(a)esarean c(a)esium "
    "diarrh(o)ea (a)etiology f(a)eces f(o)etus gyn(a)ecologist gyn(a)ecology h(a)ematologist h(a)ematology "
    "h(a)ematoma h(a)emoglobin h(a)emophilia h(a)emophiliac h(a)emorrhage h(a)emorrhoid hom(o)eopath hom(o)eopathy "
    "hypoglyc(a)emia leuk(a)emia (o)edema (o)esophagus (o)estrogen orthop(a)edics p(a)ederast p(a)ediatrician "
    "p(a)edophile p(a)edophilia pal(a)eontologist pal(a)eontology septic(a)emia tox(a)emia "
    # -e- before an ending
    "ag(e)ing lik(e)able siz(e)able acknowledg(e)ment judg(e)ment "
    # -og, -ogue
    "analog(ue) catalog(ue) dialog(ue) monolog(ue) "
    # a letter more
    "alumin(i)um carburet(t)or chil(l)i furor(e) kilogram(me) m(o)ustache program(me) yog(h)urt r(o)uble wool(l)en "
    "jewel(le)ry"
)
"""British English has the letters in brackets too."""

RE: Final = (
    "amphitheater caliber center centiliter centimeter epicenter fiber goiter kilometer liter luster meager meter "
    "milliliter millimeter miter nanometer ocher reconnoiter saber saltpeter scepter sepulcher somber specter "
    "theater titer"
)
"""American *-er*, British *-re*."""

DOUBLED: Final = (
    "apparel barrel bevel cancel carol cavil channel chisel counsel cudgel dial dishevel dowel drivel duel empanel "
    "enamel equal fuel funnel gambol gavel gravel grovel hovel imperil initial jewel kennel label laurel level libel "
    "marshal marvel medal model panel parcel pedal pencil peril pistol pommel pummel quarrel ravel refuel relabel "
    "remodel revel rival shovel shrivel signal snivel spiral squirrel stencil swivel symbol tassel tinsel total "
    "towel travel trowel tunnel unravel weasel yodel"
)
"""British English doubles the *l* before *-ed*, *-ing*, *-er*, *-or*: *traveled*, *travelled*."""

SINGLE: Final = "appall distill enroll enthrall fulfill instill"
"""British English has one *l* where no ending follows but *-s* and *-ment*: *enroll*, *enrol*."""

IZE: Final = (
    "agonize amortize anesthetize anglicize antagonize apologize authorize baptize brutalize burglarize cannibalize "
    "capitalize categorize cauterize centralize characterize civilize colonize commercialize computerize "
    "conceptualize criminalize criticize crystallize customize decentralize decriminalize dehumanize demilitarize "
    "democratize demonize demoralize deputize destabilize digitize disorganize dramatize economize emphasize "
    "energize equalize eulogize evangelize familiarize fantasize fertilize finalize formalize galvanize generalize "
    "glamorize globalize harmonize homogenize hospitalize humanize hypnotize hypothesize idealize idolize immobilize "
    "immortalize immunize individualize industrialize initialize institutionalize internalize internationalize "
    "ionize itemize jeopardize legalize legitimize liberalize liquidize localize magnetize marginalize materialize "
    "maximize mechanize memorize mesmerize militarize minimize mobilize modernize monetize monopolize moralize "
    "motorize nationalize naturalize neutralize normalize optimize organize ostracize oxidize pasteurize patronize "
    "penalize personalize philosophize plagiarize polarize politicize popularize pressurize prioritize privatize "
    "professionalize publicize pulverize radicalize randomize rationalize realize recognize reorganize revitalize "
    "revolutionize romanticize sanitize scandalize scrutinize secularize sensitize sexualize socialize specialize "
    "stabilize standardize sterilize stigmatize subsidize summarize symbolize sympathize synchronize synthesize "
    "systematize tantalize terrorize theorize traumatize trivialize tyrannize unionize urbanize utilize vandalize "
    "verbalize victimize visualize vocalize vulgarize westernize"
)
"""British English has *-ise* beside *-ize*, American English has not."""

YZE: Final = "analyze breathalyze catalyze electrolyze hydrolyze paralyze psychoanalyze reanalyze"
"""American *-yze*, British *-yse*."""

PAIRS: Final = (
    "airplane:aeroplane artifact:artefact check:cheque checkbook:chequebook counselor:counsellor cozy:cosy curb:kerb "
    "defense:defence draft:draught drafty:draughty esthetic:aesthetic gray:grey grayish:greyish jail:gaol "
    "license:licence licorice:liquorice maneuver:manoeuvre maneuverable:manoeuvrable maneuvered:manoeuvred "
    "maneuvering:manoeuvring marvelous:marvellous marvelously:marvellously mold:mould molding:moulding moldy:mouldy "
    "molt:moult offense:offence pajamas:pyjamas paycheck:paycheque pediatric:paediatric phony:phoney plow:plough "
    "plowed:ploughed plowing:ploughing practice:practise practiced:practised practicing:practising pretense:pretence "
    "skeptic:sceptic skeptical:sceptical skeptically:sceptically skepticism:scepticism skillful:skilful "
    "skillfully:skilfully smolder:smoulder smoldered:smouldered smoldering:smouldering specialty:speciality "
    "story:storey sulfate:sulphate sulfide:sulphide sulfur:sulphur sulfuric:sulphuric tidbit:titbit tire:tyre "
    "vise:vice willful:wilful willfully:wilfully anemic:anaemic celiac:coeliac estrogenic:oestrogenic fecal:faecal "
    "fetal:foetal gynecological:gynaecological homeopathic:homoeopathic orthopedic:orthopaedic "
    "hemorrhaging:haemorrhaging centerpiece:centrepiece fiberglass:fibreglass cataloged:catalogued "
    "cataloging:cataloguing among:amongst while:whilst"
)
"""One by one; plurals in *-s* come of themselves."""

AMERICAN_TOO: Final = (
    "aging aluminum among analog check check's curb dialog draft drafty gaol initialed initialing jail judgment "
    "kilogram license meter metered metering mold monolog phony practice practiced practicing program ruble "
    "specialty story tire titer vise while yogurt chili furor acknowledgment likable sizable caesarean coloration "
    "rigor fetus fetal sulfate sulfide sulfur sulfuric"
)
"""American spellings that are not wrong in British English: another word or sense, or allowed beside its own."""

BRITISH_TOO: Final = (
    "aesthetic analogue dialogue monologue vice whilst "
    "analyses catalyses hydrolyses paralyses psychoanalyses reanalyses"
)
"""British spellings that are not wrong in American English, likewise."""

BRITISH_OFTEN: Final = (
    "acknowledgement ageing amongst caesarean catalogue catalogued cataloguing draught furore grey greyish judgement "
    "licence likeable mould rouble saviour sizeable speciality storey theatre"
)
"""British spellings that Americans often write: they tell nothing of a text, and are wrong where en-US is declared."""

SAME: Final = "humorist humorists arborist arborists"
"""Derivatives that both varieties spell in the American way, though the pattern says otherwise."""
