"""Neural models through torch and transformers, loaded only when a metric asks for one (extra ``neural``)."""

from qa.models.options import ModelOptions

__all__ = ["ModelOptions"]
