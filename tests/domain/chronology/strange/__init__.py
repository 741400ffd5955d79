"""Timelines of layouts and habits that the sample case does not show, each with what a careful reader makes of it."""
