"""Finds a model: a folder, or a repository of the Hugging Face hub that is on this machine or may be fetched."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from qa.core.errors import PluginError, UsageError
from qa.models.libraries import library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qa.models.options import ModelOptions

__all__ = ["ModelFolder", "find_model"]

_OTHER_WEIGHTS: Final = ("*.h5", "*.msgpack", "*.onnx", "*.ot", "onnx/*", "openvino/*", "*.gguf", "coreml/*")
"""Weights for other libraries."""
_WITHOUT_WEIGHTS: Final = ("*.json", "*.txt", "*.model", "*.md", "*.spm")
_REVISION: Final = 12
"""How many digits of a revision are shown."""

_LICENCES: Final[Mapping[str, str]] = {
    "Unbabel/wmt20-comet-qe-da": "Apache-2.0",
    "Unbabel/wmt22-comet-da": "Apache-2.0",
    "Unbabel/wmt22-cometkiwi-da": "CC-BY-NC-SA-4.0",
    "Unbabel/wmt23-cometkiwi-da-xl": "CC-BY-NC-SA-4.0",
    "Unbabel/wmt23-cometkiwi-da-xxl": "CC-BY-NC-SA-4.0",
    "Unbabel/XCOMET-XL": "CC-BY-NC-SA-4.0",
    "Unbabel/XCOMET-XXL": "CC-BY-NC-SA-4.0",
}
"""Of models whose page on the hub does not come with the files, or says it in prose."""


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """The files of a model on this machine."""

    path: Path
    id: str
    revision: str
    """Of the hub, or ``local-`` and a hash of the configuration and of the names and sizes of the other files."""
    licence: str

    @property
    def signature(self) -> str:
        """What a score must name of its model."""
        return f"model:{self.id}|rev:{self.revision}|licence:{self.licence}"


def find_model(name: str, options: ModelOptions, *, weights: bool = True) -> ModelFolder:
    """The folder of a model.

    Args:
        name: a folder, or ``owner/name`` of the hub with ``@revision`` where one is wanted.
        options: tells whether anything may be fetched.
        weights: False for the configuration and the tokeniser alone.

    Raises:
        PluginError: a library is missing, or the model is not on this machine and may not or cannot be fetched.
        UsageError: the name is none.
    """
    if Path(name).is_dir():
        path = Path(name)
        return ModelFolder(path, path.name, f"local-{_content(path)}", _licence(path.name, path))
    identifier, _, revision = name.partition("@")
    if not re.fullmatch(r"[\w.-]+(?:/[\w.-]+)?", identifier):
        message = f"{name!r} is neither a folder nor a model of the hub; write a path, or owner/name"
        raise UsageError(message)
    path = _fetched(identifier, revision or None, options, weights=weights)
    return ModelFolder(path, identifier, path.name[:_REVISION], _licence(identifier, path))


def _fetched(identifier: str, revision: str | None, options: ModelOptions, *, weights: bool) -> Path:
    hub = library("huggingface_hub")
    errors = hub.errors
    try:
        return Path(
            hub.snapshot_download(
                identifier,
                revision=revision,
                local_files_only=not options.allow_download,
                ignore_patterns=list(_OTHER_WEIGHTS),
                allow_patterns=None if weights else list(_WITHOUT_WEIGHTS),
            )
        )
    except errors.GatedRepoError as error:
        page = f"https://huggingface.co/{identifier}"
        message = f"the licence of {identifier} is not accepted yet; accept it at {page} and run `hf auth login`"
        raise PluginError(message) from error
    except errors.LocalEntryNotFoundError as error:
        message = f"the model {identifier} is not on this machine; --allow-download fetches it, or name its folder"
        raise PluginError(message) from error
    except errors.RepositoryNotFoundError as error:
        message = f"the hub has no model {identifier}; check the spelling, or name a folder"
        raise PluginError(message) from error
    except (OSError, errors.HfHubHTTPError) as error:
        message = f"the model {identifier} cannot be fetched ({type(error).__name__}); try again, or name a folder"
        raise PluginError(message) from error


def _content(path: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(file for file in path.rglob("*") if file.is_file()):
        digest.update(f"{file.relative_to(path).as_posix()} {file.stat().st_size}\n".encode())
        if file.name in {"config.json", "hparams.yaml"}:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:_REVISION]


def _licence(identifier: str, path: Path) -> str:
    """As the model's card says, else as known, else ``unknown``."""
    card = path / "README.md"
    if card.is_file():
        head = card.read_text(encoding="utf-8", errors="replace").split("---")
        found = re.search(r"^licen[cs]e:\s*(\S.*)$", head[1], re.MULTILINE) if len(head) > 1 else None
        if found:
            return found.group(1).strip().strip("'\"")
    return _LICENCES.get(identifier, "unknown")
