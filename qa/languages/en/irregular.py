"""Irregular forms of frequent English words, by their plain form."""

from __future__ import annotations

__all__ = ["IRREGULAR"]

_FORMS = {
    "be": "am is are was were been being", "begin": "began begun", "break": "broke broken", "bring": "brought",
    "build": "built", "buy": "bought", "catch": "caught", "child": "children", "choose": "chose chosen",
    "come": "came", "deal": "dealt", "die": "died dies dying", "do": "did done does", "draw": "drew drawn",
    "drink": "drank drunk",
    "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feel": "felt", "fight": "fought",
    "find": "found", "flee": "fled", "fly": "flew flown", "foot": "feet", "forget": "forgot forgotten",
    "freeze": "froze frozen", "get": "got gotten", "give": "gave given", "go": "went gone goes", "grow": "grew grown",
    "have": "had has", "hear": "heard", "hide": "hid hidden", "hold": "held", "keep": "kept", "know": "knew known",
    "lead": "led", "leave": "left", "lend": "lent", "lose": "lost", "make": "made", "man": "men", "mean": "meant",
    "meet": "met", "pay": "paid", "person": "people", "rise": "rose risen", "run": "ran", "say": "said",
    "see": "saw seen", "seek": "sought", "sell": "sold", "send": "sent", "shoot": "shot", "show": "shown",
    "sing": "sang sung", "sink": "sank sunk", "sit": "sat", "sleep": "slept", "speak": "spoke spoken",
    "spend": "spent", "stand": "stood", "steal": "stole stolen", "strike": "struck", "swim": "swam swum",
    "take": "took taken", "teach": "taught", "tell": "told", "think": "thought", "throw": "threw thrown",
    "understand": "understood", "use": "used uses using", "wear": "wore worn", "win": "won",
    "withdraw": "withdrew withdrawn",
    "woman": "women", "write": "wrote written",
}  # fmt: skip
IRREGULAR = {form: plain for plain, forms in _FORMS.items() for form in forms.split()}
"""Plain forms by irregular form, all in lower case."""
