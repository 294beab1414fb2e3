"""Russian words for the rules of typography, style and grammar."""

from __future__ import annotations

from qa.languages.usage import Calque, Usage, words

__all__ = ["USAGE"]

USAGE = Usage(
    doubled_words=words(
        "да нет так вот очень чуть еле едва долго много давно далеко ну же ха хо хе ой ай эй тук кап все сам сама "
        "само сами было"
    ),
    joining_prefixes=words("англо германо франко русско российско итало испано афро этно социо агро нео псевдо квази"),
    question_words=words(
        "кто кого кому кем что чего чему чем чей чья чьё чье какой какая какое какие каких где куда откуда почему "
        "зачем как сколько разве неужели"
    ),
    bodies=words("правительство парламент министерство президент губернатор"),
    calques=(
        Calque(r"иметь место быть|имеет место быть", "«иметь место» или «быть»", words=words("место")),
        Calque(r"в терминах", "«с точки зрения»", r"in terms of", words=words("терминах")),
        Calque(r"в конце дня,", "«в конечном счёте»", r"at the end of the day", words=words("конце")),
        Calque(
            r"адресовать (?:эту|эти|данную|данные) проблем\w+",
            "«решать проблему»",
            r"address",
            words=words("адресовать"),
        ),
    ),
)
