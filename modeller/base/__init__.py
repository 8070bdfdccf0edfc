"""What everything else is built on: errors, language, exact arithmetic, files written whole."""
