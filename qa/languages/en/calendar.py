"""English words for dates and times."""

from __future__ import annotations

from qa.languages.lexicon import Calendar, by_word
from qa.languages.usage import words

__all__ = ["CALENDAR"]

CALENDAR = Calendar(
    months=by_word(
        {
            1: "january jan january's mid-january", 2: "february feb february's mid-february",
            3: "march mar march's mid-march", 4: "april apr april's mid-april", 5: "may may's mid-may",
            6: "june jun june's mid-june", 7: "july jul july's mid-july", 8: "august aug august's mid-august",
            9: "september sept sep september's mid-september", 10: "october oct october's mid-october",
            11: "november nov november's mid-november", 12: "december dec december's mid-december",
        }
    ),
    ambiguous_months=frozenset({"may", "march", "mar", "jan", "sep", "dec", "jun", "may's"}),
    month_names=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    month_signals=words(
        "in of since last by until till early late mid from to during this next and before after end through for"
    ),
    weekdays=by_word(
        {
            1: "monday mondays monday's mon", 2: "tuesday tuesdays tuesday's tue tues",
            3: "wednesday wednesdays wednesday's", 4: "thursday thursdays thursday's thu thurs",
            5: "friday fridays friday's fri", 6: "saturday saturdays saturday's", 7: "sunday sundays sunday's",
        }
    ),
    order="MDY",
    day_words=frozenset({"of", "the"}),
    hours=frozenset({"hour", "hours", "o'clock", "h", "hrs", "hr"}),
    minutes=frozenset({"minute", "minutes", "min", "mins"}),
    forenoon=frozenset({"am", "a.m", "a.m."}),
    afternoon=frozenset({"pm", "p.m", "p.m."}),
    clock_words={"noon": 720, "midday": 720, "midnight": 0},
)  # fmt: skip
