"""Words that British and American English spell differently."""

from __future__ import annotations

__all__ = ["AMERICAN", "BRITISH"]

_STEMS = (
    "colo(u)r favo(u)r hono(u)r labo(u)r behavio(u)r neighbo(u)r humo(u)r rumo(u)r harbo(u)r flavo(u)r endeavo(u)r "
    "armo(u)r vapo(u)r odo(u)r vigo(u)r savio(u)r parlo(u)r splendo(u)r tumo(u)r"
)
_ENDINGS = " s ed ing able ite ful less ly hood ist er ers"
_PAIRS = (
    "center:centre centers:centres centered:centred theater:theatre theaters:theatres meter:metre meters:metres "
    "kilometer:kilometre kilometers:kilometres centimeter:centimetre centimeters:centimetres liter:litre "
    "liters:litres fiber:fibre fibers:fibres caliber:calibre somber:sombre luster:lustre maneuver:manoeuvre "
    "maneuvers:manoeuvres defense:defence offense:offence pretense:pretence traveled:travelled traveling:travelling "
    "traveler:traveller travelers:travellers canceled:cancelled canceling:cancelling modeled:modelled "
    "modeling:modelling labeled:labelled labeling:labelling fueled:fuelled fueling:fuelling signaled:signalled "
    "marveled:marvelled quarreled:quarrelled jewelry:jewellery gray:grey plow:plough plows:ploughs tire:tyre "
    "tires:tyres aluminum:aluminium airplane:aeroplane airplanes:aeroplanes catalog:catalogue catalogs:catalogues "
    "dialog:dialogue program:programme programs:programmes skeptical:sceptical skeptic:sceptic skeptics:sceptics "
    "skepticism:scepticism enrollment:enrolment enroll:enrol fulfill:fulfil fulfillment:fulfilment "
    "installment:instalment installments:instalments skillful:skilful willful:wilful ruble:rouble rubles:roubles "
    "pediatric:paediatric anesthesia:anaesthesia leukemia:leukaemia diarrhea:diarrhoea estrogen:oestrogen "
    "maneuvering:manoeuvring mustache:moustache pajamas:pyjamas cozy:cosy analyze:analyse analyzed:analysed "
    "analyzing:analysing paralyzed:paralysed license:licence"
)
_EITHER_WAY = frozenset(
    {"tire", "tires", "license", "meter", "meters", "program", "programs", "dialog", "ruble", "rubles"}
)
"""American spellings that British English has too, in another sense or beside its own."""
_BRITISH_IN_AMERICAN = frozenset(
    {"dialogue", "catalogue", "theatre", "catalogues", "rouble", "roubles", "grey", "tyre"}
)

_BOTH = [
    (stem.replace("(u)", "") + ending, stem.replace("(u)", "u") + ending)
    for stem in _STEMS.split(" ")
    for ending in _ENDINGS.split(" ")
] + [(pair.split(":")[0], pair.split(":")[1]) for pair in _PAIRS.split()]

AMERICAN = {american: british for american, british in _BOTH if american not in _EITHER_WAY}
"""American spellings with the British ones."""
BRITISH = {british: american for american, british in _BOTH if british not in _BRITISH_IN_AMERICAN}
"""British spellings with the American ones."""
