"""Questions to ask an agency about its timeline: what a machine can decide, and what it can only point at.

`ask` runs the thirty checks over one agency's rows. It never judges and never blocks: each finding is a question.
"""

from threadline.domain.chronology.checks.run import CHECKS, OF_THE_WHOLE, ask
from threadline.domain.chronology.checks.values import Differing, Finding, Header, Line, Named, Rules, Setting

__all__ = [
    "CHECKS", "OF_THE_WHOLE", "Differing", "Finding", "Header", "Line", "Named", "Rules", "Setting", "ask",
]  # fmt: skip
