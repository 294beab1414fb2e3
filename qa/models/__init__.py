"""Models through transformers; imported only when asked for."""
