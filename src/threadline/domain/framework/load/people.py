"""independence.yaml, threshold.yaml and holds.yaml."""

from threadline.domain.framework.fields import Row, each
from threadline.domain.framework.load.method import SOURCE
from threadline.domain.framework.pack import (
    ChairsOption,
    Ground,
    Hold,
    IndependenceRules,
    Limb,
    Post,
    Question,
    RecruitmentCheck,
    Route,
    Threshold,
)
from threadline.domain.framework.registry import ACTS, RESULTS


def independence(row: Row) -> IndependenceRules:
    """independence.yaml: posts with their rules and routes, the declaration's questions, safe-recruitment checks."""
    found = IndependenceRules(
        each(row.rows("posts", "post"), _post),
        each(row.rows("questions", "question"), _question),
        each(row.rows("recruitment", "recruitment check", required=False), _recruitment),
    )
    row.close()
    return found


def _post(row: Row) -> Post:
    role = row.role("id")
    row.book.define("post", role, row.place_at("id"))
    return Post(
        id=role,
        title=row.text("title"),
        says=row.text("says"),
        bars_involved_agency=row.yes_no("bars_involved_agency"),
        routes=each(row.rows("routes", "route", required=False), _route),
        skills=row.texts("skills", required=False),
        source=row.refer("source", SOURCE),
    )


def _route(row: Row) -> Route:
    return Route(row.identifier("route"), row.text("says"))


def _question(row: Row) -> Question:
    return Question(
        id=row.identifier("question"),
        asks=_asking(row),
        bars=row.yes_no("bars"),
        posts=row.refers("posts", "post"),
        source=row.refer("source", SOURCE),
    )


def _recruitment(row: Row) -> RecruitmentCheck:
    return RecruitmentCheck(
        id=row.identifier("recruitment check"),
        says=row.text("says"),
        posts=row.refers("posts", "post"),
        source=row.refer("source", SOURCE),
    )


def _asking(row: Row) -> str:
    words = row.text("asks")
    if words and not words.endswith("?"):
        row.book.report(row.place_at("asks"), f"“asks” of {row.what} is not a question: end it with a question mark")
    return words


def threshold(row: Row) -> Threshold:
    """threshold.yaml: limbs, grounds, triggers and what the Chair may decide."""
    found = Threshold(
        test=row.text("test"),
        notice=row.text("notice"),
        every_review_is_notifiable=row.yes_no("every_review_is_notifiable"),
        limbs=each(row.rows("limbs", "limb"), _limb),
        grounds=each(row.rows("grounds", "ground"), _ground),
        triggers=each(row.rows("triggers", "trigger"), _ground),
        options=each(row.rows("options", "option"), _option),
    )
    row.close()
    return found


def _limb(row: Row) -> Limb:
    return Limb(
        id=row.identifier("limb"),
        asks=_asking(row),
        holds=row.text("holds"),
        fails=row.text("fails"),
        help=row.text("help", required=False),
        unsure_counts_as_yes=row.yes_no("unsure_counts_as_yes", default=False),
        source=row.refer("source", SOURCE),
        cites=row.text("cites", required=False),
        doubt=row.text("doubt", required=False),
    )


def _ground(row: Row) -> Ground:
    return Ground(
        id=row.identifier("ground"),
        title=row.text("title"),
        limbs=row.refers("limbs", "limb"),
        source=row.refer("source", SOURCE),
        cites=row.text("cites", required=False),
        doubt=row.text("doubt", required=False),
    )


def _option(row: Row) -> ChairsOption:
    return ChairsOption(
        id=row.identifier("option"),
        title=row.text("title"),
        says=row.text("says"),
        allowed_when=row.all_known("allowed_when", RESULTS, "a result of the test"),
        letters=row.refers("letters", "letter", required=False),
    )


def holds(row: Row) -> tuple[Hold, ...]:
    """holds.yaml."""
    found = each(row.rows("holds", "hold"), _hold)
    row.close()
    return found


def _hold(row: Row) -> Hold:
    thing = "an act that a hold can stop"
    blocks = row.all_known("blocks", ACTS, thing)
    may_block = row.all_known("may_block", ACTS, thing, required=False)
    for act in sorted(set(blocks) & set(may_block)):
        row.book.report(row.place_at("may_block"), f"“{act}” is stopped already: keep it in blocks or in may_block")
    return Hold(
        id=row.identifier("hold"),
        title=row.text("title"),
        says=row.text("says"),
        asked_by=row.text("asked_by"),
        blocks=blocks,
        may_block=may_block,
        may_go_on=row.text("may_go_on"),
        released_by=row.roles("released_by"),
        reviewed_every=row.length("reviewed_every"),
        source=row.refer("source", SOURCE),
    )
