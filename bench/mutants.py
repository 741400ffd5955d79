"""Mutation testing of the access policy: every mutant that mutmut makes of it, and every row of the table changed.

    python bench/mutants.py            (or: make mutants; MUTANTS="within._reached row" for those named so alone)

A mutant that no test of `tests/access` notices is a hole in the tests, and the command ends with 1. The tests are
collected and the database made once; each mutant is then tried in a process forked from there.
"""

import importlib.abc
import importlib.machinery
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from mutmut.mutation.file_mutation import mutate_file_contents

ROOT = Path(__file__).resolve().parent.parent
ACCESS = ROOT / "src" / "threadline" / "access"
POLICY = "threadline.access.policy"
MODULES = {f"threadline.access.{name}": ACCESS / f"{name}.py" for name in ("policy", "reach", "within")}
TESTS = ("test_policy", "test_suspension", "test_holdings", "test_memory", "test_reach")
SECONDS = 300
AT_ONCE = 2
MUTATED = {name: mutate_file_contents(str(path), path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


class Mutated(importlib.abc.MetaPathFinder, importlib.machinery.SourceFileLoader):
    """Loads the modules with every mutant in them; the one at work is named by the environment."""

    def __init__(self) -> None:
        importlib.machinery.SourceFileLoader.__init__(self, "", "")

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        """The module's place, for the three that are tried."""
        if name not in MODULES:
            return None
        return importlib.machinery.ModuleSpec(name, self, origin=str(MODULES[name]))

    def create_module(self, spec: Any) -> None:
        """An ordinary module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutated source; no mutant is at work yet."""
        name = module.__name__
        module.__file__ = str(MODULES[name])
        exec(compile(MUTATED[name].code, module.__file__, "exec"), module.__dict__)


def rows() -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The table with one row left out, given to another role, carried elsewhere, or in another state."""
    policy = sys.modules[POLICY]
    from threadline.access.roles import ROLES

    table, reaches, roles = policy.POLICY, list(policy.Reach), list(ROLES.values())
    for number, row in enumerate(table):
        others = {
            "left out": (),
            "another role": (replace(row, role=roles[(roles.index(row.role) + 1) % len(roles)]),),
            "another reach": (replace(row, reach=reaches[(reaches.index(row.reach) + 1) % len(reaches)]),),
            "another state": (replace(row, only="" if row.only else "accepted"),),
        }
        for what, instead in others.items():
            yield (
                f"row {number} {row.role.key} {row.permission}: {what}",
                (*table[:number], *instead, *table[number + 1 :]),
            )
    for permission in policy.P:
        changed = policy.WHILE_SUSPENDED ^ {permission}
        yield f"while suspended: {permission}", (changed,)


def put(old: object, new: object) -> None:
    """Put `new` wherever a module holds `old`."""
    ours = [module for name, module in sys.modules.items() if name.startswith(("threadline", "tests"))]
    for module in ours:
        for name, value in list(vars(module).items()):
            if value is old:
                setattr(module, name, new)


def mutants() -> Iterator[tuple[str, Callable[[], None]]]:
    """Each mutant: its name, and what puts it to work in a forked process."""
    policy = sys.modules[POLICY]
    for name, found in MUTATED.items():
        for mutant in found.mutant_names:
            yield f"{name}.{mutant}", lambda name=name, mutant=mutant: at_work(name, mutant)
    for name, changed in rows():
        old = policy.WHILE_SUSPENDED if name.startswith("while") else policy.POLICY
        new = changed[0] if name.startswith("while") else changed
        yield name, lambda old=old, new=new: put(old, new)


def at_work(module: str, mutant: str) -> None:
    """Name the mutant at work; the table is made anew, since its functions run while it is loaded."""
    os.environ["MUTANT_UNDER_TEST"] = f"{module}.{mutant}"
    if module == POLICY:
        made: dict[str, Any] = {"__name__": POLICY}
        exec(compile(MUTATED[POLICY].code, "policy", "exec"), made)
        plain = sys.modules[POLICY]
        kinds = {each.value: each for each in plain.Reach}
        put(
            plain.POLICY, tuple(plain.Grant(r.role, r.permission, kinds[r.reach.value], r.only) for r in made["POLICY"])
        )


class Trial:
    """Runs the tests once as they are, then for each mutant until one fails: first those that noticed the last ones."""

    def __init__(self) -> None:
        self.survivors: list[str] = []
        self.tried = 0
        self.order: list[pytest.Item] = []

    def pytest_sessionstart(self) -> None:
        """The first example that fails is enough: no smaller one is looked for."""
        from hypothesis import Phase, settings

        settings.register_profile("first", phases=[Phase.explicit, Phase.generate])
        settings.load_profile("first")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The whole of it."""
        items, took = session.items, {}
        for item, following in in_turn(items):
            began = time.process_time()
            assert passes(item, following, tell=True), f"{item.name} fails without any mutant"
            took[item] = time.process_time() - began
        self.order = sorted(items, key=took.__getitem__)
        passes(items[0], self.order[0])
        print(f"{len(items)} tests, {sum(took.values()):.0f} s without a mutant", flush=True)
        waiting: dict[int, tuple[str, list[pytest.Item], int]] = {}
        wanted = os.environ.get("MUTANTS", "").split()
        for name, begin in mutants():
            if wanted and not any(part in name for part in wanted):
                continue
            while len(waiting) >= AT_ONCE:
                self.reap(waiting)
            process, told = fork(self.order, begin)
            waiting[process] = (name, list(self.order), told)
            self.tried += 1
            if self.tried % 100 == 0:
                print(f"{self.tried} tried, {len(self.survivors)} survived", flush=True)
        while waiting:
            self.reap(waiting)
        return True

    def reap(self, waiting: dict[int, tuple[str, list[pytest.Item], int]]) -> None:
        """Wait for one process; one that ended with 0 was not noticed. What noticed it is asked first from now on."""
        process, status = os.wait()
        name, order, told = waiting.pop(process)
        with os.fdopen(told, "rb") as pipe:
            number = pipe.read()
        if status == 0:
            self.survivors.append(name)
            print(f"survived: {name}", flush=True)
        elif number:
            noticed = order[int(number)]
            self.order.remove(noticed)
            self.order.insert(0, noticed)


def fork(items: list[pytest.Item], begin: Callable[[], None]) -> tuple[int, int]:
    """A process in which the mutant is at work: it ends with 0 where every test passes.

    Returns its number, and where to read which test did not pass. A mutant that takes SECONDS of the processor without
    an answer is taken to go on for ever.
    """
    import signal

    told, tell = os.pipe()
    process = os.fork()
    if process:
        os.close(tell)
        return process, told
    signal.signal(signal.SIGPROF, lambda number, frame: os._exit(2))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    noticed = False
    try:
        forget()
        begin()
        for number, (item, following) in enumerate(in_turn(items)):
            if not passes(item, following):
                noticed = True
                os.write(tell, str(number).encode())
                break
    except BaseException:
        noticed = True
    os._exit(int(noticed))


def forget() -> None:
    """Forget what access keeps from one question to the next, so that the mutant is asked."""
    for name, module in list(sys.modules.items()):
        if name.startswith("threadline.access"):
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
    sys.modules["threadline.access.prepared"]._known.clear()


def in_turn(items: list[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item]]:
    """Each test with the one after it, to which pytest hands what it keeps set up; after the last comes the first."""
    return zip(items, [*items[1:], items[0]], strict=True)


def passes(item: pytest.Item, following: pytest.Item, *, tell: bool = False) -> bool:
    """Whether one test passes; what the session holds stays for the test that follows."""
    from _pytest.runner import runtestprotocol

    reports = runtestprotocol(item, log=False, nextitem=following)
    failed = [report for report in reports if report.failed]
    if tell and failed:
        print(failed[0].longreprtext)
    return not failed


def main() -> int:
    """Try them all; say how many were noticed."""
    sys.meta_path.insert(0, Mutated())
    trial, began = Trial(), time.perf_counter()
    paths = [str(ROOT / "tests" / "access" / f"{name}.py") for name in TESTS]
    ended = pytest.main(
        ["-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider", *paths, *sys.argv[1:]], plugins=[trial]
    )
    noticed = trial.tried - len(trial.survivors)
    print(f"{noticed} of {trial.tried} mutants noticed in {time.perf_counter() - began:.0f} s")
    return int(bool(trial.survivors) or ended != 0 or not trial.tried)


if __name__ == "__main__":
    sys.exit(main())
