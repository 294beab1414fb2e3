"""Messages of programs: placeholders, and the languages that plural forms and selections are written in."""
