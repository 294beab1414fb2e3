"""What a configuration means for a run: its rules, termbases and companions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qa.engine.ruleset import Selection, select_rules
from qa.engine.runner import Resources
from qa.languages.speller import Speller
from qa.rules.data_rules import read_data_rules
from qa.terms.checking import refuse_conflicts
from qa.terms.companions import Companions
from qa.terms.termbase import Termbase

if TYPE_CHECKING:
    import datetime as dt

    from qa.config import Config
    from qa.engine.ruleset import ActiveRule

__all__ = ["active_rules", "resources", "term_pairs"]

_SPELLING = "linguistic/spelling"


def active_rules(config: Config, target_language: str) -> tuple[ActiveRule, ...]:
    """The rules that run.

    Raises:
        ConfigError: a rule, a group or an option is unknown, or a file of data rules is broken.
    """
    selection = Selection(
        profile=config.profile,
        select=config.select,
        extend_select=config.extend_select,
        ignore=config.ignore,
        severities=config.severity,
        options=config.rules,
    )
    data_rules = [rule for path in config.rule_files for rule in read_data_rules(Path(path))]
    return select_rules(selection, target_language=target_language, data_rules=data_rules)


def resources(config: Config, languages: tuple[str, str], date: dt.date | None = None) -> Resources:
    """Termbases, companions and dictionaries read from their files, for source and target language.

    Raises:
        ConfigError: a file cannot be read or contradicts itself.
        PluginError: the library that reads dictionaries is asked for and missing.
    """
    companions = tuple(map(Path, config.companions))
    termbase = _termbase(config, languages)
    if termbase:
        refuse_conflicts(termbase)
    return Resources(
        source_language=languages[0],
        target_language=languages[1],
        termbase=termbase,
        companions=Companions.read(companions) if companions else None,
        speller=Speller.read(languages[1], config.dictionaries) if _spells(config) else None,
        date=date,
    )


def _spells(config: Config) -> bool:
    """Whether the rule for spelling runs: dictionaries are large, and an extra reads them."""
    return _SPELLING in {*config.select, *config.extend_select} and not {_SPELLING, "linguistic"} & {*config.ignore}


def term_pairs(config: Config, languages: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Each source term of the termbases with each target term of its concept, for an aligner.

    The status does not matter: a translation may well have the forbidden word.

    Raises:
        InputError: a termbase cannot be read.
    """
    termbase = _termbase(config, languages)
    if termbase is None:
        return ()
    return tuple(
        (ours.text, theirs.text)
        for entry in termbase.entries
        for ours in termbase.source_terms(entry)
        for theirs in termbase.target_terms(entry)
    )


def _termbase(config: Config, languages: tuple[str, str]) -> Termbase | None:
    if not config.terms:
        return None
    return Termbase.merge(Termbase.read(Path(path), *languages) for path in config.terms)
