"""What everything else stands on: errors, language, exact arithmetic, files written whole."""
