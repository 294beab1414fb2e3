"""Forced decoding: how likely a translation model finds a translation of a source (Thompson and Post 2020).

Works with Marian, M2M-100 and NLLB. The answer is the mean and the least log-probability of the tokens (natural
logarithm), and for each token its place in the translation and its log-probability.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from qa.core.errors import PluginError
from qa.core.span import Span
from qa.models.folders import find_model
from qa.models.libraries import library
from qa.models.loading import load_network, load_tokeniser, longest, tensors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from qa.models.folders import ModelFolder
    from qa.models.options import ModelOptions

__all__ = ["ForcedDecoder", "Likelihood", "likelihood", "open_decoder"]

_IGNORED: Final = -100
"""A label of transformers for padding."""
_SPACE: Final = "▁"
"""Stands for white space in the pieces of SentencePiece."""


class Likelihood(NamedTuple):
    """What the model thinks of one translation."""

    mean: float
    least: float
    tokens: tuple[tuple[Span, float], ...]
    """The place of each token, and its log-probability; tokens without a place are left out."""

    def unlikely(self, limit: float) -> Iterator[Span]:
        """The stretches of tokens below a log-probability."""
        open_span: Span | None = None
        for span, value in self.tokens:
            if value >= limit:
                if open_span:
                    yield open_span
                open_span = None
            else:
                open_span = Span(open_span.start, span.end) if open_span else span
        if open_span:
            yield open_span


def likelihood(answer: Sequence[float]) -> Likelihood:
    """An answer of :class:`ForcedDecoder`, unpacked."""
    rest = answer[2:]
    tokens = zip(islice(rest, 0, None, 3), islice(rest, 1, None, 3), islice(rest, 2, None, 3), strict=True)
    return Likelihood(answer[0], answer[1], tuple((Span(int(start), int(end)), value) for start, end, value in tokens))


@dataclass(frozen=True, slots=True)
class ForcedDecoder:
    """Scores given translations instead of making new ones."""

    folder: ModelFolder
    tokeniser: Any
    network: Any

    @property
    def signature(self) -> str:
        """The model, and the languages where it has several."""
        spoken = [getattr(self.tokeniser, name, None) for name in ("src_lang", "tgt_lang")]
        return f"{self.folder.signature}|{spoken[0]}-{spoken[1]}" if all(spoken) else self.folder.signature

    def answer(self, batch: Sequence[tuple[str, ...]]) -> list[list[float]]:
        """Mean, least, and start, end and log-probability of each token of each (source, translation)."""
        torch = library("torch")
        sources, targets = (list(texts) for texts in zip(*batch, strict=True))
        limit = longest(self.tokeniser, self.network)
        encoded = self.tokeniser(
            sources, text_target=targets, padding=True, truncation=True, max_length=limit, return_tensors="pt"
        )
        labels = encoded["labels"]
        labels[labels == self.tokeniser.pad_token_id] = _IGNORED
        inputs = tensors(encoded, self.network)
        with torch.inference_mode():
            logits = self.network(**inputs).logits.float()
            known = inputs["labels"].clamp(min=0).unsqueeze(-1)
            values = logits.log_softmax(dim=2).gather(2, known).squeeze(-1).cpu()
        rows = zip(targets, labels.tolist(), values.tolist(), strict=True)
        return [self._packed(target, tokens, scores) for target, tokens, scores in rows]

    def _packed(self, target: str, tokens: Sequence[int], scores: Sequence[float]) -> list[float]:
        unsaid = {_IGNORED, self._language}
        pairs = [(token, score) for token, score in zip(tokens, scores, strict=True) if token not in unsaid]
        values = [score for _, score in pairs]
        packed = [sum(values) / len(values), min(values)]
        for span, (_, score) in zip(self._places(target, [token for token, _ in pairs]), pairs, strict=True):
            if span:
                packed += [span.start, span.end, score]
        return packed

    @property
    def _language(self) -> int:
        """The token of the target language, which is told to the model and no part of the translation."""
        spoken = getattr(self.tokeniser, "tgt_lang", None)
        return int(self.tokeniser.convert_tokens_to_ids(spoken)) if spoken else _IGNORED

    def _places(self, target: str, tokens: Sequence[int]) -> Iterator[Span | None]:
        """Where each token stands: pieces are found one behind the other; a special or unknown one has no place."""
        special = set(self.tokeniser.all_special_ids)
        at = 0
        for token, piece in zip(tokens, self.tokeniser.convert_ids_to_tokens(tokens), strict=True):
            words = piece.replace(_SPACE, " ").strip()
            start = target.find(words, at) if words and token not in special else -1
            if start < 0 or start - at > len(words) + 1:
                yield None
                continue
            at = start + len(words)
            yield Span(start, at)


def open_decoder(model: str, languages: tuple[str, str], options: ModelOptions) -> ForcedDecoder:
    """A translation model, set to a source and a target language where it has several.

    Raises:
        PluginError: a library or the model is missing, the folder holds no translation model, or it does not know a
            language.
    """
    folder = find_model(model, options)
    network = load_network("AutoModelForSeq2SeqLM", folder.path, options.device)
    tokeniser = load_tokeniser(folder.path)
    for side, language in zip(("src_lang", "tgt_lang"), languages, strict=True):
        if hasattr(tokeniser, side):
            setattr(tokeniser, side, _code(tokeniser, language, folder))
    return ForcedDecoder(folder, tokeniser, network)


def _code(tokeniser: Any, language: str, folder: ModelFolder) -> str:  # noqa: ANN401 -- a class of transformers
    """The model's own code for a language: ``ru`` for M2M-100, ``rus_Cyrl`` for NLLB."""
    known = getattr(tokeniser, "lang_code_to_id", None) or _codes(tokeniser)
    primary = language.partition("-")[0].lower()
    wanted = (primary, _NLLB.get(primary, primary))
    found = next((code for code in known if code in wanted), None)
    if found is None:
        message = f"{folder.path}: the model does not know the language {language!r}; take one that does"
        raise PluginError(message)
    return str(found)


def _codes(tokeniser: Any) -> list[str]:  # noqa: ANN401 -- a class of transformers
    return [token.strip("_") for token in tokeniser.all_special_tokens]


_NLLB: Final = {
    "ar": "arb_Arab", "be": "bel_Cyrl", "bg": "bul_Cyrl", "cs": "ces_Latn", "da": "dan_Latn", "de": "deu_Latn",
    "el": "ell_Grek", "en": "eng_Latn", "es": "spa_Latn", "et": "est_Latn", "fa": "pes_Arab", "fi": "fin_Latn",
    "fr": "fra_Latn", "he": "heb_Hebr", "hi": "hin_Deva", "hu": "hun_Latn", "it": "ita_Latn", "ja": "jpn_Jpan",
    "ka": "kat_Geor", "kk": "kaz_Cyrl", "ko": "kor_Hang", "lt": "lit_Latn", "lv": "lvs_Latn", "nl": "nld_Latn",
    "no": "nob_Latn", "pl": "pol_Latn", "pt": "por_Latn", "ro": "ron_Latn", "ru": "rus_Cyrl", "sk": "slk_Latn",
    "sl": "slv_Latn", "sr": "srp_Cyrl", "sv": "swe_Latn", "tr": "tur_Latn", "uk": "ukr_Cyrl", "vi": "vie_Latn",
    "zh": "zho_Hans",
}  # fmt: skip
"""Codes of NLLB by the primary subtag of BCP 47."""
