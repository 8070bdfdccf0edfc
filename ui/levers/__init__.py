"""The levers and what opens from them: help, schedules and spreads of beliefs."""
