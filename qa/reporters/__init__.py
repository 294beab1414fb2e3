"""Output formats, one a module; each turns a report into bytes."""
