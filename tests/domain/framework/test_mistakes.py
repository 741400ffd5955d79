"""Every kind of mistake in a pack is told with its file and line and what to do, all of them at once (W.a)."""

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.domain.framework.packs import ORIGINAL, change, copy_to, line_of

from threadline.domain.framework.load import examine, load
from threadline.domain.framework.problems import FaultyPack

S, T = "stages.yaml", "timetable.yaml"
MISTAKES = {
    row["kind"]: row for row in yaml.safe_load((Path(__file__).parent / "mistakes.yaml").read_text(encoding="utf-8"))
}


def spoil(pack, kind):
    """Make a mistake; give its file and the line on which it should be told."""
    row = MISTAKES[kind]
    return row["file"], change(pack, row["file"], row["before"], row["after"]) + row.get("further", 0)


@pytest.mark.parametrize("kind", MISTAKES)
def test_a_mistake_is_told_with_its_file_and_line_and_what_to_do(tmp_path, kind):
    pack = copy_to(tmp_path)
    file, line = spoil(pack, kind)
    told = problems(pack)
    says = MISTAKES[kind]["says"]
    assert any(words.startswith(f"{file}:{line}: ") and says in words for words in told), told


def problems(pack):
    return [str(problem) for problem in examine(pack).problems]


def test_there_are_at_least_twenty_kinds_of_mistake():
    assert len(MISTAKES) >= 20


def test_all_mistakes_of_all_files_are_told_at_once_in_order(tmp_path):
    pack = copy_to(tmp_path)
    spoilt = [spoil(pack, kind) for kind in ("unknown role", "wrong word", "clock without unit")]
    assert [words.split(": ")[0] for words in problems(pack)] == [f"{file}:{line}" for file, line in reversed(spoilt)]


def test_load_raises_with_every_mistake(tmp_path):
    pack = copy_to(tmp_path)
    spoil(pack, "unknown role")
    spoil(pack, "clock without unit")
    with pytest.raises(FaultyPack, match=r"clocks.yaml:\d+: (.|\n)*requirements.yaml:\d+: ") as raised:
        load(pack)
    assert len(raised.value.problems) == 2


def test_a_missing_file_is_told_once_not_for_everything_that_rests_on_it(tmp_path):
    pack = copy_to(tmp_path)
    (pack / S).unlink()
    assert problems(pack) == ["stages.yaml: is missing: every pack has this file"]


@pytest.mark.parametrize(
    "file", ["requirements.yaml", "threshold.yaml", "pack.yaml", "glossary.yaml", "timetable.yaml"]
)
def test_an_unreadable_file_is_not_held_against_those_that_rest_on_it(tmp_path, file):
    pack = copy_to(tmp_path)
    (pack / file).write_text("a: 'never closed", encoding="utf-8")
    told = problems(pack)
    assert len(told) == 1
    assert told[0].startswith(f"{file}:1: is not YAML")


def test_an_unreadable_letter_is_not_held_against_what_names_it(tmp_path):
    pack = copy_to(tmp_path)
    (pack / "letters" / "agency-tasking.md").write_text("No head", encoding="utf-8")
    assert [words.split(": ")[0] for words in problems(pack)] == ["letters/agency-tasking.md:1"]
    (pack / "letters" / "agency-tasking.md").write_text("---\na: 'b\n---\nText", encoding="utf-8")
    assert [words.split(": ")[0] for words in problems(pack)] == ["letters/agency-tasking.md:2"]


def test_an_empty_file_and_one_without_keys_are_told(tmp_path):
    pack = copy_to(tmp_path)
    (pack / S).write_text("# nothing here yet\n", encoding="utf-8")
    (pack / "limits.yaml").write_text("- a\n- b\n", encoding="utf-8")
    assert problems(pack) == [
        "limits.yaml: does not start with keys, such as “id: …”",
        "stages.yaml: is empty",
    ]


def test_a_wording_without_text_is_told(tmp_path):
    pack = copy_to(tmp_path)
    path = pack / "notices" / "date-moved.md"
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    path.write_text(f"---\n{head}---\n\n", encoding="utf-8")
    assert problems(pack) == ["notices/date-moved.md:5: has no text below its head: write it"]


def test_a_file_that_is_not_utf_8_is_told_with_the_line_of_the_first_wrong_byte(tmp_path):
    pack = copy_to(tmp_path)
    path = pack / S
    path.write_bytes(path.read_bytes().replace(b"Review Panel", "Révision".encode("latin-1")))
    line = line_of(ORIGINAL, S, "Review Panel")
    assert problems(pack) == [f"stages.yaml:{line}: is not UTF-8: save the file as UTF-8, without other encodings"]


def test_a_byte_order_mark_and_windows_line_ends_are_no_mistake(tmp_path):
    pack = copy_to(tmp_path)
    for path in pack.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert load(pack).digest == load(ORIGINAL).digest


def test_what_does_not_belong_is_told_and_hidden_files_are_passed_over(tmp_path):
    pack = copy_to(tmp_path)
    (pack / "clock.yaml").write_text("a: b", encoding="utf-8")
    (pack / "extra").mkdir()
    (pack / "extra" / "deep.yaml").write_text("a: b", encoding="utf-8")
    (pack / "agendas" / "notes.txt").write_text("x", encoding="utf-8")
    (pack / ".DS_Store").write_bytes(b"\x00")
    (pack / "agendas" / ".hidden").write_bytes(b"\x00")
    os.symlink("/etc/hostname", pack / "notices" / "linked.md")
    assert problems(pack) == [
        "agendas/notes.txt: is not part of a pack: delete it, or correct its name.",
        "clock.yaml: is not part of a pack: delete it, or correct its name. Did you mean “clocks.yaml”?",
        "extra: is not part of a pack: delete it, or correct its name.",
        "notices/linked.md: is a link: put the file itself in the folder",
    ]


def test_a_folder_without_its_files_is_told_file_by_file(tmp_path):
    told = problems(tmp_path)
    assert len(told) == 17
    assert "agendas: holds no file: a pack has at least one agendas/….yaml" in told
    assert "clocks.yaml: is missing: every pack has this file" in told


def test_no_folder_at_all_is_told(tmp_path):
    assert problems(tmp_path / "nowhere") == [".: is not a folder: give the folder of a pack"]


def test_a_file_too_large_is_not_even_read(tmp_path):
    pack = copy_to(tmp_path)
    (pack / S).write_text("# " + "x" * 1_000_001, encoding="utf-8")
    assert problems(pack) == ["stages.yaml: is larger than 1 MB: a pack holds only short texts"]


def test_a_file_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    pack = copy_to(tmp_path)
    read_bytes = type(pack).read_bytes

    def refuse(path):
        if path.name == S:
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(type(pack), "read_bytes", refuse)
    assert problems(pack) == ["stages.yaml: cannot be opened: Permission denied. Check who may read it"]


def test_an_alias_bomb_is_refused_at_once(tmp_path):
    pack = copy_to(tmp_path)
    bomb = ["a: &a [x, x]"] + [f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefghij", "bcdefghijk", strict=True)]
    (pack / S).write_text("\n".join(bomb), encoding="utf-8")
    assert problems(pack)[0].startswith("stages.yaml:1: uses an anchor or alias")


@pytest.mark.parametrize(
    ("file", "before", "after", "kind", "chain"),
    [
        (S, "after: [threshold]", "after: [follow_up]", "stages", "panel"),
        (T, "after: [decision]", "after: [publication]", "milestones", "bodies_told → publication"),
    ],
)
def test_a_circle_is_told_with_its_chain(tmp_path, file, before, after, kind, chain):
    pack = copy_to(tmp_path)
    change(pack, file, before, after)
    if file == T:
        change(pack, file, "after: [sign_off]\n    gap: 20", "after: [bodies_told]\n    gap: 20")
    told = problems(pack)
    assert len(told) == 1
    assert told[0].startswith(f"{file}:")
    assert f"these {kind} wait for each other: " in told[0]
    assert chain.split(" → ")[0] in told[0]


def test_a_stage_that_closes_on_anothers_requirement_is_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, S, "closes_on: [1.b", "closes_on: [2.9.a")
    line = line_of(pack, S, "  - id: panel")
    assert problems(pack) == [
        f"stages.yaml:{line}: stage “panel” closes on 2.9.a, which belongs to “response”: name one of its own"
    ]


def test_limits_that_the_service_needs_and_their_order_are_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "limits.yaml", "id: further_panel_meetings", "id: more_meetings")
    change(pack, "limits.yaml", "amount: 24", "amount: 6")
    told = problems(pack)
    assert "limits.yaml: has no limit “further_panel_meetings”, which the service needs: add it" in told
    assert any("the exceptional period is shorter than the recommended one" in words for words in told)


def test_a_limb_that_no_ground_rests_on_is_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "threshold.yaml", "limbs: [died, regulated_setting]", "limbs: [died]")
    assert any("no ground or trigger rests on “regulated_setting”" in words for words in problems(pack))


def test_a_result_that_leaves_the_chair_nothing_to_decide_is_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "threshold.yaml", "allowed_when: [cannot be said yet, not met]", "allowed_when: [not met]")
    assert problems(pack) == [
        "threshold.yaml: leaves the Chair nothing to decide when the test is “cannot be said yet”: allow an option then"
    ]


def test_a_post_that_is_asked_nothing_is_told(tmp_path):
    pack = copy_to(tmp_path)
    text = (pack / "independence.yaml").read_text(encoding="utf-8")
    text = text.replace(", panel_member]", "]").replace("posts: [panel_member]", "posts: [panel_chair]")
    (pack / "independence.yaml").write_text(text, encoding="utf-8")
    assert any("the post “panel_member” is asked no question" in words for words in problems(pack))


def test_a_section_or_requirement_that_the_coverage_leaves_out_is_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "pack.yaml", "  - {id: A1,", "  - {id: A2, title: Another}\n  - {id: A1,")
    change(pack, "coverage.yaml", "covered_by: [2.3.a]", "covered_by: [2.3.b]")
    told = problems(pack)
    assert any("section A2 of the source is in no row of coverage.yaml" in words for words in told)
    assert any("requirement 2.3.a rests on no sentence of the source" in words for words in told)


def test_a_section_with_sentences_and_a_reason_for_none_is_told(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "coverage.yaml", '  - section: "1"\n', '  - section: "1"\n    not_enforceable: because\n')
    assert any("section 1 has sentences and a reason for none: keep one" in words for words in problems(pack))


def test_a_requirement_of_another_source_needs_no_sentence(tmp_path):
    pack = copy_to(tmp_path)
    local = "  - id: L.1\n    says: A row of our own.\n    source: WT2015\n    weight: should\n    stage: panel\n"
    local += "    role: panel_chair\n    check: panel.local_row\n"
    change(pack, "requirements.yaml", "requirements:\n", f"requirements:\n{local}")
    assert load(pack).requirements[0].id == "L.1"


def test_a_role_without_a_name_in_the_glossary_is_told_once(tmp_path):
    pack = copy_to(tmp_path)
    change(pack, "glossary.yaml", "  - id: saar_author\n    title: Agency report author\n", "")
    told = problems(pack)
    assert len(told) == 1
    assert "there is no role in glossary.yaml “saar_author”" in told[0]


def test_a_copy_keeps_the_id_of_its_origin_only_as_its_origin(tmp_path):
    pack = copy_to(tmp_path)
    origin = 'copied_from: {id: greater-manchester-2016, version: "1.0", digest: sha256:short}\n'
    change(pack, "pack.yaml", "sections:", f"{origin}sections:")
    told = problems(pack)
    assert any("a copied pack needs an id of its own" in words for words in told)
    assert any("is “sha256:short”: write sha256: and 64 figures" in words for words in told)


PARTS = sorted(path.relative_to(ORIGINAL).as_posix() for path in ORIGINAL.rglob("*.*"))
PIECES = st.sampled_from(
    [b"", b"- ", b": ", b"[", b"}", b"\n", b"&a ", b"*a ", b"!!x ", b"\t", b"\0", b"\xff", b"'", b"---\n", b"{{"]
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PARTS), st.integers(0, 20_000), st.integers(0, 60), PIECES)
@example("stages.yaml", 207, 0, b"- ")
def test_whatever_is_damaged_is_told_and_nothing_is_raised(tmp_path, part, at, length, piece):
    pack = tmp_path / "pack"
    if not pack.exists():
        copy_to(tmp_path)
    whole = (ORIGINAL / part).read_bytes()
    at %= len(whole)
    (pack / part).write_bytes(whole[:at] + piece + whole[at + length :])
    examined = examine(pack)
    (pack / part).write_bytes(whole)
    assert (examined.pack is None) == bool(examined.problems)
    assert all(problem.place.file and problem.message for problem in examined.problems)
