"""XML, read as a stream with the exact place of everything in it."""
