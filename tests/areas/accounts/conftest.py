"""What the tests of accounts share."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    """Tries are counted in the cache, which outlives a test."""
    cache.clear()
    yield
    cache.clear()
