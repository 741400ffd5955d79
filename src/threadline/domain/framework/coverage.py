"""How much of the source a pack covers, and how many of its checks there are: the figures of `framework check`."""

from collections.abc import Collection
from dataclasses import dataclass

from threadline.domain.framework.pack import Pack


@dataclass(frozen=True, slots=True)
class Coverage:
    """The figures. `unsupported` are checks named and not registered; `spare` those registered and not named."""

    sections: int
    sentences: int
    covered: int
    not_enforceable: int
    requirements: int
    supported: int
    unsupported: tuple[str, ...]
    spare: tuple[str, ...]

    @property
    def not_yet_supported(self) -> int:
        """How many requirements name a check that is not built."""
        return self.requirements - self.supported


def coverage_of(pack: Pack, checks: Collection[str]) -> Coverage:
    """The figures of a pack against the names of the checks there are."""
    sentences = [sentence for section in pack.coverage for sentence in section.sentences]
    named = {requirement.check for requirement in pack.requirements}
    return Coverage(
        sections=len(pack.coverage),
        sentences=len(sentences),
        covered=sum(bool(sentence.covered_by) for sentence in sentences),
        not_enforceable=sum(bool(sentence.not_enforceable) for sentence in sentences),
        requirements=len(pack.requirements),
        supported=sum(requirement.check in checks for requirement in pack.requirements),
        unsupported=tuple(sorted(named.difference(checks))),
        spare=tuple(sorted(set(checks) - named)),
    )
