from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from qa.core.document import Document, TranslationUnit
from qa.core.errors import ConfigError
from qa.core.finding import Severity
from qa.core.segment import Segment
from qa.core.span import Span
from qa.engine.ruleset import ActiveRule
from qa.engine.runner import Resources, run_rules
from qa.rules.data_rules import parse_data_rules, read_data_rules

if TYPE_CHECKING:
    from pathlib import Path

    from qa.core.finding import Finding

FORBIDDEN = """
[[rule]]
id = "house/no-very"
kind = "forbidden-pattern"
pattern = '\\bvery (unique)\\b'
message = "nothing is very unique; write “{suggestion}”"
suggestion = '\\1'
severity = "major"
category = "style/awkward"
languages = ["en"]
"""


def findings_of(toml: str, *pairs: tuple[str, str]) -> tuple[Finding, ...]:
    units = tuple(
        TranslationUnit(str(number), "d", Segment("ru", source), Segment("en", target))
        for number, (source, target) in enumerate(pairs)
    )
    document = Document("d", "d.txt", "ru", "en", units)
    rules = [ActiveRule(rule, rule.severity) for rule in parse_data_rules(toml, "house.toml")]
    return run_rules([document], rules, Resources(source_language="ru", target_language="en"))


def test_a_forbidden_pattern_is_found_with_all_that_the_file_says() -> None:
    (finding,) = findings_of(FORBIDDEN, ("Единственный.", "A very unique port."), ("Порт.", "A unique port."))
    assert (finding.rule, finding.category, finding.severity) == ("house/no-very", "style/awkward", Severity.MAJOR)
    assert finding.message == "“very unique”: nothing is very unique; write “unique”"
    assert finding.target_spans == (Span(2, 13),)
    assert finding.suggestion is not None
    assert finding.suggestion.text == "unique"


def test_a_preferred_form_is_suggested_unless_it_stands_there() -> None:
    toml = """
    [[rule]]
    id = "house/email"
    kind = "preferred-form"
    pattern = 'e-?mail'
    suggestion = "email"
    ignore-case = false
    """
    (finding,) = findings_of(toml, ("Почта.", "Send an e-mail, or an email."))
    assert finding.message == "write “email”, not “e-mail”"


def test_a_rule_may_look_at_the_source_and_beside_it() -> None:
    toml = """
    [[rule]]
    id = "house/region"
    kind = "forbidden-pattern"
    pattern = 'край'
    side = "source"
    beside = '\\bregion\\b'
    """
    (finding,) = findings_of(toml, ("Наш край.", "Our region."), ("Край стола.", "The edge of a table."))
    assert (finding.source_spans, finding.target_spans, finding.suggestion) == ((Span(4, 8),), (), None)


def test_the_rarer_form_is_inconsistent() -> None:
    toml = """
    [[rule]]
    id = "house/city"
    kind = "consistency"
    forms = ["seaport", "sea port", "harbou?r"]
    ignore-case = true
    """
    pairs = [("Порт.", "The seaport."), ("Порт.", "The seaport is old."), ("Порт.", "Sea port, harbor.")]
    first, second = findings_of(toml, *pairs)
    assert first.message == "“Sea port” differs from “seaport”, the document's usual form (2 of 4)"
    assert first.suggestion is not None
    assert first.suggestion.text == "Seaport"
    assert second.target_spans == (Span(10, 16),)


def test_one_form_alone_is_consistent() -> None:
    toml = '[[rule]]\nid = "house/city"\nkind = "consistency"\nforms = ["seaport", "sea port"]'
    assert not findings_of(toml, ("Порт.", "The seaport."), ("Порт.", "A seaport."))


def test_no_form_is_suggested_that_is_a_pattern() -> None:
    toml = '[[rule]]\nid = "house/city"\nkind = "consistency"\nforms = ["harbou?r", "port"]'
    (finding,) = findings_of(toml, ("Порт.", "A port, a harbour, a harbor."))
    assert finding.suggestion is None


def test_counts_must_agree() -> None:
    toml = """
    [[rule]]
    id = "house/section-sign"
    kind = "count-parity"
    pattern = '§'
    target-pattern = 'Sec\\.'
    """
    pairs = [("§ 1 и § 2", "Sec. 1 and 2"), ("§ 1", "Sec. 1"), ("§ 1", "")]
    (finding,) = findings_of(toml, *pairs)
    assert finding.message == "“§” stands twice in the source and once in the target"
    assert finding.source_spans == (Span(0, 1), Span(6, 7))
    assert finding.target_spans == (Span(0, 4),)


def test_a_pattern_that_runs_away_is_named() -> None:
    toml = """
    [[rule]]
    id = "house/slow"
    kind = "forbidden-pattern"
    pattern = '(?:a|aa)+$'
    """
    with pytest.raises(ConfigError, match=r"house\.toml:2: the pattern '\(\?:a\|aa\)\+\$' of rule 'house/slow'"):
        findings_of(toml, ("а", "a" * 60 + "?"))


def test_an_empty_match_is_no_finding() -> None:
    toml = '[[rule]]\nid = "house/empty"\nkind = "forbidden-pattern"\npattern = "x*"'
    assert not findings_of(toml, ("Порт.", "Port."))


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("rule = ", ":1: not valid TOML"),
        ("", "no rule in it"),
        ("rule = 3", "no rule in it"),
        ('[[rules]]\nid = "a/b"', "the key 'rules' is unknown"),
        (FORBIDDEN.replace("pattern =", "patern =", 1), r"house\.toml:5: .* no key 'patern'; did you mean 'pattern'\?"),
        (
            FORBIDDEN.replace("forbidden-pattern", "forbidden"),
            r"house\.toml:4: the kind 'forbidden' is unknown; did you",
        ),
        (FORBIDDEN.replace('"major"', '"grave"'), r"house\.toml:8: Invalid enum value 'grave'"),
        (FORBIDDEN.replace('["en"]', "3"), r"house\.toml:10: Expected `array`"),
        (FORBIDDEN.replace('["en"]', '["English"]'), r"house\.toml:10: languages 'English' is not primary subtags"),
        (FORBIDDEN.replace("house/no-very", "No very"), r"house\.toml:3: id 'No very' is not a group and a name"),
        (FORBIDDEN.replace("style/awkward", "Style!"), r"house\.toml:9: category 'Style!' is not a category of MQM"),
        (FORBIDDEN.replace("(unique)", "(unique"), r"house\.toml:5: .* is no regular expression"),
        (FORBIDDEN.replace("'\\1'", "'\\2'"), "names a group that the pattern"),
        (FORBIDDEN.replace("kind", "suggestions = 1\nkind"), "no key 'suggestions'; did you mean 'suggestion'"),
        (FORBIDDEN + FORBIDDEN, r"house\.toml:12: 'house/no-very' is another rule of this file"),
        (FORBIDDEN.replace("house/no-very", "typography/double-space"), "is a rule of the program"),
        ('[[rule]]\nid = "a/b"\nkind = "preferred-form"\npattern = "x"', "needs the key 'suggestion'"),
        ('[[rule]]\nid = "a/b"\nkind = "consistency"\nforms = ["x"]', "needs two forms or more"),
        ('[[rule]]\nid = "a/b"\nkind = "consistency"\nforms = ["x", "("]', r"house\.toml:4: the pattern '\('"),
        ('rule = [{ id = "a/b", kind = "count-parity", pattern = "(" }]', "house.toml: the pattern"),
    ],
)
def test_a_slip_in_the_file_is_told_with_its_place(toml: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told):
        parse_data_rules(toml, "house.toml")


def test_a_file_is_read_in_its_order(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text(FORBIDDEN + FORBIDDEN.replace("no-very", "a-rule"), encoding="utf-8")
    first, second = read_data_rules(path)
    assert (first.id, second.id) == ("house/no-very", "house/a-rule")
    assert first.languages == {"en"}


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "house.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigError, match="the rule file cannot be read"):
        read_data_rules(path)


def test_a_data_rule_survives_pickling() -> None:
    (rule,) = parse_data_rules(FORBIDDEN, "house.toml")
    again = pickle.loads(pickle.dumps(rule))  # noqa: S301 -- our own bytes
    assert (again.id, again.severity, again.languages, again.title) == (
        "house/no-very",
        Severity.MAJOR,
        {"en"},
        "forbidden-pattern “\\bvery (unique)\\b”",
    )
