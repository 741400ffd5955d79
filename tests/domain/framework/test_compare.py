"""A board's own pack against the one it was copied from, and the digest that a review is pinned to (W.a)."""

import pytest
from tests.domain.framework.packs import ORIGINAL, change, copy_to

from threadline.domain.framework.compare import Kind, compare
from threadline.domain.framework.coverage import coverage_of
from threadline.domain.framework.load import load

R = "requirements.yaml"


@pytest.fixture(scope="module")
def origin():
    return load(ORIGINAL)


def changes(tmp_path, origin, *edits):
    pack = copy_to(tmp_path)
    for edit in edits:
        change(pack, *edit)
    return compare(origin, load(pack))


def test_a_copy_is_no_change(tmp_path, origin):
    assert changes(tmp_path, origin) == ()


@pytest.mark.parametrize(
    ("edit", "kind", "loosens", "sentence"),
    [
        ((R, "    weight: must", "    weight: should"), Kind.REQUIREMENT, True,
         "requirements 1.a weight was “must” and is now “should”."),
        ((R, "    weight: should", "    weight: must"), Kind.REQUIREMENT, False,
         "requirements 1.f weight was “should” and is now “must”."),
        ((R, "by: [independent_chair]", "by: [independent_chair, panel_member]"), Kind.REQUIREMENT, True,
         "requirements 1.d waivable by was “independent_chair” and is now “independent_chair, panel_member”."),
        ((R, "waivable_by: [independent_chair]\n", "waivable_by: [panel_chair]\n"), Kind.REQUIREMENT, True,
         "requirements 1.d waivable by was “independent_chair” and is now “panel_chair”."),
        (("limits.yaml", "amount: 12", "amount: 9"), Kind.LIMIT, False,
         "limits period recommended amount was “12” and is now “9”."),
        (("clocks.yaml", "must: yes", "must: no"), Kind.LIMIT, True,
         "clocks notifiable incident must was “yes” and is now “no”."),
        (("clocks.yaml", "pausable: no", "pausable: yes"), Kind.LIMIT, True,
         "clocks notifiable incident pausable was “no” and is now “yes”."),
        (("independence.yaml", "    bars: yes", "    bars: no"), Kind.QUESTION, True,
         "independence questions worked with bars was “yes” and is now “no”."),
        (("independence.yaml", "Have you ever worked", "Have you worked"), Kind.QUESTION, False,
         "independence questions worked with asks was “Have you ever worked directly with the child or a member"),
        (("holds.yaml", "blocks: [report.publish, response.publish]", "blocks: [report.publish]"), Kind.HOLD, True,
         "holds family court blocks was “report.publish, response.publish” and is now “report.publish”."),
        (("holds.yaml", "Criminal investigation", "Police investigation"), Kind.WORDING, False,
         "holds police investigation title was “Criminal investigation” and is now “Police investigation”."),
        (("notices/date-moved.md", "A date has moved", "A date moves"), Kind.WORDING, False,
         "notices date-moved title was “A date has moved” and is now “A date moves”."),
        (("pack.yaml", "issuing_body: The Greater", "issuing_body: Greater"), Kind.ABOUT, False,
         "about issuing body was"),
    ],
)  # fmt: skip
def test_a_change_is_told_by_its_kind_and_whether_it_asks_for_less(tmp_path, origin, edit, kind, loosens, sentence):
    found = changes(tmp_path, origin, edit)
    assert [(c.kind, c.loosens) for c in found] == [(kind, loosens)]
    assert found[0].sentence.startswith(sentence)


def test_a_requirement_taken_away_asks_for_less_and_a_new_one_does_not(tmp_path, origin):
    text = (ORIGINAL / R).read_text(encoding="utf-8")
    row = text[text.index("  - id: 2.4.g") : text.index("  # --- 2.5")]
    moved = row.replace("2.4.g", "L.1").replace('source: "2.4"', "source: WT2015")
    found = changes(tmp_path, origin, (R, row, moved), ("coverage.yaml", ", 2.4.g]", "]"))
    assert any(c.loosens and c.where == "requirements 2.4.g says" and c.after is None for c in found)
    assert any(not c.loosens and c.where == "requirements L.1 says" and c.before is None for c in found)
    assert {c.sentence.split(" “")[0] for c in found if c.where.endswith("says")} == {
        "requirements 2.4.g says is gone; it was", "requirements L.1 says is new:",
    }  # fmt: skip
    assert [c.kind for c in found][-1] is Kind.COVERAGE


def test_the_digest_is_of_the_method_not_of_its_spelling(tmp_path, origin):
    pack = copy_to(tmp_path)
    change(pack, R, "requirements:\n", "# A remark of ours.\nrequirements:\n\n")
    change(pack, R, "    weight: must\n    stage: threshold\n", "    stage: threshold\n    weight: 'must'\n")
    (pack / "README.md").write_text("Ours", encoding="utf-8")
    assert load(pack).digest == origin.digest
    assert origin.digest.startswith("sha256:")
    assert origin.reference == f"greater-manchester-2016 1.0 {origin.digest}"


@pytest.mark.parametrize(
    "edit",
    [
        (R, "    weight: must", "    weight: should"),
        ("limits.yaml", "amount: 12", "amount: 11"),
        ("letters/agency-tasking.md", "to learn, not to blame", "to learn"),
        ("glossary.yaml", "title: Practitioner", "title: Worker"),
        ("pack.yaml", 'version: "1.0"', 'version: "1.1"'),
    ],
)
def test_any_change_of_the_method_changes_the_digest(tmp_path, origin, edit):
    pack = copy_to(tmp_path)
    change(pack, *edit)
    assert load(pack).digest != origin.digest


def test_the_figures_count_what_is_covered_and_what_is_supported(origin):
    figures = coverage_of(origin, {"saar.specified", "panel.tea_served"})
    assert (figures.sections, figures.sentences, figures.covered, figures.not_enforceable) == (13, 142, 138, 4)
    assert (figures.requirements, figures.supported, figures.not_yet_supported) == (86, 1, 85)
    assert "saar.specified" not in figures.unsupported
    assert len(figures.unsupported) == 85
    assert figures.spare == ("panel.tea_served",)
