"""Round trips in pytest: fixtures and markers over lightfoot_trips.py, beside which this file has to lie. In conftest.py:

    pytest_plugins = ["lightfoot_pytest"]

Then a test asks for a fixture, for part of what it does, or is marked, for all of it (several markers all count; one of a class or of
`pytestmark` holds each of its tests; a TestCase's setUp and tearDown count, fixtures do not):

    def test_list(client, assert_trips):
        with assert_trips(database=2, cache=0):
            client.get("/joined/")

    @pytest.mark.trips_at_most(database=5)
    def test_all(client):
        client.get("/joined/")

What the markers and fixtures take is what assert_trips and assert_trips_at_most take: database, cache, external, total, log, requests.
Tested with pytest 7.2 and 9.0.
"""
import contextlib

import lightfoot_trips
import pytest

CHECKS = {"trips": lightfoot_trips.assert_trips, "trips_at_most": lightfoot_trips.assert_trips_at_most}


def pytest_configure(config):
    for name, words in (("trips", "exactly"), ("trips_at_most", "at most")):
        config.addinivalue_line(
            "markers", "%s(database, cache, external, total, log, requests): %s so many round trips in the test" % (name, words))


@pytest.fixture
def assert_trips():
    """A context manager: exactly so many round trips in the block."""
    return lightfoot_trips.assert_trips


@pytest.fixture
def assert_trips_at_most():
    """A context manager: at most so many round trips in the block."""
    return lightfoot_trips.assert_trips_at_most


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item):
    checks = [CHECKS[marker.name](*marker.args, **marker.kwargs) for marker in item.iter_markers() if marker.name in CHECKS]
    if checks:
        run = item.runtest

        def counted():
            with contextlib.ExitStack() as stack:
                for check in checks:
                    stack.enter_context(check)
                run()

        item.runtest = counted
