"""Chinese."""

from __future__ import annotations

from qa.languages.lexicon import Calendar, Denial, Measures, NumberWords
from qa.languages.pack import LanguagePack

__all__ = ["PACK"]

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九十")}

PACK = LanguagePack(
    code="zh",
    name="Chinese",
    scripts=frozenset({"Han", "Bopomofo"}),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』")),
    dashes=("——",),
    spaces_between_words=False,
    denial=Denial(words=frozenset({"不", "没", "没有", "无", "未", "非"})),
    number_words=NumberWords(
        cardinals={**_DIGITS, "两": 2},
        magnitudes={"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12},
    ),
    calendar=Calendar(order="YMD"),
    measures=Measures(
        units={
            "公里": "km", "千米": "km", "米": "m", "公斤": "kg", "吨": "tonne", "小时": "hour", "分钟": "minute",
            "天": "day",
        },
        currencies={
            "美元": "USD", "欧元": "EUR", "元": "CNY", "人民币": "CNY", "卢布": "RUB", "英镑": "GBP", "日元": "JPY",
        },
    ),
)  # fmt: skip
