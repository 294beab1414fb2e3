"""Chinese."""

from __future__ import annotations

from qa.languages.lexicon import Calendar, Denial, Measures, NumberWords, by_word
from qa.languages.pack import LanguagePack

__all__ = ["PACK"]

_CHARACTERS = "一二三四五六七"
_MONTHS = "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"

PACK = LanguagePack(
    code="zh",
    name="Chinese",
    scripts=frozenset({"Han", "Bopomofo"}),
    quotes=(("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』")),
    dashes=("——",),
    spaces_between_words=False,
    denial=Denial(words=frozenset({"不", "没", "没有", "无", "未", "非"})),
    number_words=NumberWords(
        magnitudes={
            "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12, "萬": 10**4,
            "億": 10**8, "百萬": 10**6, "千萬": 10**7, "萬億": 10**12,
        },
        range_words=frozenset({"到", "至"}),
    ),
    calendar=Calendar(
        months={name: number for number, name in enumerate(_MONTHS.split(), 1)},
        weekdays={
            **{week + day: number for week in ("星期", "周", "礼拜", "週") for number,
            day in enumerate(_CHARACTERS[:6], 1)},
            **dict.fromkeys(("星期日", "星期天", "周日", "礼拜天", "礼拜日", "週日"), 7),
        },
        order="YMD",
    ),
    measures=Measures(
        units={
            **by_word({
                "km": "公里 千米", "m": "米 公尺", "cm": "厘米 公分", "mm": "毫米", "mile": "英里", "foot": "英尺",
                "inch": "英寸", "kg": "公斤 千克", "g": "克", "mg": "毫克", "tonne": "吨", "pound": "磅",
                "litre": "升 公升",
                "ml": "毫升", "barrel": "桶", "gallon": "加仑", "hectare": "公顷", "km2": "平方公里 平方千米",
                "m2": "平方米",
                "m3": "立方米", "celsius": "摄氏度", "fahrenheit": "华氏度", "degree": "度", "km/h": "公里每小时",
                "kw": "千瓦", "mw": "兆瓦", "hour": "小时 个小时", "minute": "分钟", "second": "秒", "day": "天",
                "week": "周 个星期 星期", "month": "个月", "year": "年 岁", "century": "世纪 个世纪",
                "pp": "个百分点 百分点", "%": "％", "bp": "个基点 基点",
            }),
        },
        currencies=by_word({
            "USD": "美元 美金", "EUR": "欧元", "CNY": "元 人民币 元人民币 人民币元 块", "RUB": "卢布",
            "GBP": "英镑", "JPY": "日元",
            "HKD": "港元 港币", "KRW": "韩元", "CHF": "瑞士法郎 法郎", "INR": "卢比", "TRY": "里拉",
            "UAH": "格里夫纳", "PLN": "兹罗提",
            "CAD": "加元", "AUD": "澳元",
        }),
    ),
)  # fmt: skip
