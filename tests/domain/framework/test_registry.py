"""Checks are registered by their areas, each name once (W.a)."""

import pytest

from threadline.domain.framework.outcome import Outcome
from threadline.domain.framework.registry import Registry


def held(review):
    return Outcome.met()


def other(review):
    return Outcome.met()


def test_a_check_is_found_by_its_name():
    registry = Registry()
    assert registry.check("saar.specified")(held) is held
    assert dict(registry.checks()) == {"saar.specified": held}


def test_a_name_belongs_to_one_function_and_loading_it_again_is_no_mistake():
    registry = Registry()
    registry.check("saar.specified")(held)
    registry.check("saar.specified")(held)
    with pytest.raises(ValueError, match=r"“saar.specified” is registered twice: by .*held and .*other"):
        registry.check("saar.specified")(other)


@pytest.mark.parametrize("name", ["specified", "Saar.specified", "saar.specified.twice", "moon.specified", ""])
def test_a_name_that_is_not_an_areas_is_refused(name):
    with pytest.raises(ValueError, match=r"write area\.name|which is not an area"):
        Registry().check(name)


def test_the_list_of_checks_cannot_be_changed_by_its_readers():
    with pytest.raises(TypeError):
        Registry().checks()["saar.specified"] = held
