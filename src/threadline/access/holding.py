"""Acts that a hold can stop (2.2.f). Whoever keeps the holds answers for them here; `access` knows only the question.

The acts are those of `domain.framework.registry.ACTS`. Nothing answers until `ask_holds_with` has been called.
"""

from collections.abc import Callable

from django.db.models import Model

from threadline.domain.framework.registry import ACTS

Ask = Callable[[str, Model, bool], str]

_ask: list[Ask] = []


def ask_holds_with(ask: Ask) -> None:
    """Let `ask` say what stops an act in a review: sentences, "" where nothing does.

    Its third argument is True within an act. It must then first wait for whoever places a hold in this review at this
    moment, so that either the act or the hold comes first.
    """
    _ask[:] = [ask]


def known(act: str) -> str:
    """The act itself. Raises ValueError for one that no hold can name."""
    if act and act not in ACTS:
        raise ValueError(f"“{act}” is not an act that a hold can stop: see ACTS in domain/framework/registry.py.")
    return act


def stopped(act: str, review: Model | None, *, within_act: bool = False) -> str:
    """The sentences of the holds that stop `act` in this review; "" where none does."""
    if not act or review is None:
        return ""
    return " ".join(said for ask in _ask if (said := ask(act, review, within_act)))
