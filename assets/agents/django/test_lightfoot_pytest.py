"""Tests of lightfoot_pytest: pytest itself, in a child process, runs the tests of a small site; python3 -m unittest test_lightfoot_pytest."""
import importlib.util
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
CONFTEST = """
import sys
sys.path.insert(0, %r)
pytest_plugins = ["lightfoot_pytest"]

import pytest
import test_lightfoot_trips as site

site.setUpModule()


@pytest.fixture
def client():
    client = site.Client()
    client.get("/still/")
    site.connections["default"].ensure_connection()
    return client


def pytest_unconfigure():
    site.tearDownModule()
""" % HERE


@unittest.skipUnless(importlib.util.find_spec("pytest"), "needs pytest: apt-get install python3-pytest")
class PytestTest(unittest.TestCase):
    def run_pytest(self, tests, *options):
        with tempfile.TemporaryDirectory(prefix="lightfoot-pytest-") as folder:
            for name, text in (("conftest.py", CONFTEST), ("test_shop.py", "import pytest, unittest\n" + tests)):
                with open(os.path.join(folder, name), "w") as file:
                    file.write(text)
            done = subprocess.run(
                [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--strict-markers", "-rA", *options, "test_shop.py"],
                cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, universal_newlines=True, timeout=120)
        return done.returncode, done.stdout

    def assert_outcome(self, tests, status, *texts):
        returned, output = self.run_pytest(tests)
        self.assertEqual(returned, status, output)
        for text in texts:
            self.assertIn(text, output)
        return output

    def test_a_fixture_counts_a_block(self):
        self.assert_outcome("""
def test_list(client, assert_trips, assert_trips_at_most):
    client.get("/nplus1/")
    with assert_trips(database=2, cache=0) as trips:
        client.get("/joined/")
    assert trips.total == 2
    with assert_trips_at_most(total=5):
        client.get("/joined/")
""", 0, "1 passed")

    def test_a_block_with_too_many_fails_with_the_calls_and_their_lines(self):
        output = self.assert_outcome("""
def test_list(client, assert_trips):
    with assert_trips(database=2):
        client.get("/nplus1/")
""", 1, "1 failed", "11 trips (database) in 1 requests, exactly 2 expected:")
        self.assertRegex(output, r"10 x SELECT .*auth_permission.*test_lightfoot_trips\.py:\d+\)")

    def test_the_context_manager_alone_works_as_well(self):
        self.assert_outcome("""
from lightfoot_trips import assert_trips

def test_kept(client):
    with assert_trips(database=2):
        client.get("/joined/")

def test_broken(client):
    with assert_trips(database=2):
        client.get("/joined/?extra=1")
""", 1, "PASSED test_shop.py::test_kept", "FAILED test_shop.py::test_broken", "3 trips (database) in 1 requests, exactly 2 expected:")

    def test_markers_hold_whole_tests_and_fixtures_do_not_count(self):
        self.assert_outcome("""
@pytest.fixture
def warm(client):
    client.get("/nplus1/")
    return client

@pytest.mark.trips(database=2)
def test_kept(warm):
    warm.get("/joined/")

@pytest.mark.trips(database=2)
def test_more(warm):
    warm.get("/joined/?extra=1")

@pytest.mark.trips(database=3)
def test_fewer(warm):
    warm.get("/joined/")

@pytest.mark.trips_at_most(database=3)
@pytest.mark.trips(cache=0)
def test_both(warm):
    warm.get("/joined/")

@pytest.mark.trips(database=0)
def test_nothing(warm):
    pass
""", 1, "PASSED test_shop.py::test_kept", "FAILED test_shop.py::test_more", "FAILED test_shop.py::test_fewer",
            "PASSED test_shop.py::test_both", "FAILED test_shop.py::test_nothing", "0 of 1 requests are in",
            "2 trips (database) in 1 requests, exactly 3 expected:")

    def test_markers_hold_parameters_classes_and_test_cases(self):
        self.assert_outcome("""
import test_lightfoot_trips as site

@pytest.mark.trips_at_most(database=2)
@pytest.mark.parametrize("extra", [0, 1])
def test_list(client, extra):
    client.get("/joined/?extra=%d" % extra)

@pytest.mark.trips_at_most(database=2)
class TestPages:
    def test_kept(self, client):
        client.get("/joined/")

    def test_broken(self, client):
        client.get("/nplus1/")

@pytest.mark.usefixtures("client")
class Case(unittest.TestCase):
    @pytest.mark.trips_at_most(database=2)
    def test_kept(self):
        site.Client().get("/joined/")

    @pytest.mark.trips_at_most(database=2)
    def test_broken(self):
        site.Client().get("/nplus1/")
""", 1, "PASSED test_shop.py::test_list[0]", "FAILED test_shop.py::test_list[1]", "PASSED test_shop.py::TestPages::test_kept",
            "FAILED test_shop.py::TestPages::test_broken", "PASSED test_shop.py::Case::test_kept",
            "FAILED test_shop.py::Case::test_broken", "3 failed, 3 passed")

    def test_what_a_test_raises_itself_stays_as_it_is(self):
        self.assert_outcome("""
@pytest.mark.trips(database=2)
def test_list(client):
    client.get("/joined/")
    raise KeyError("of the test")
""", 1, "KeyError: 'of the test'", "1 failed")

    def test_markers_are_told_and_wrong_layers_are_refused(self):
        status, output = self.run_pytest("", "--markers")
        self.assertEqual(status, 0, output)
        self.assertIn("@pytest.mark.trips_at_most(database, cache", output)
        self.assert_outcome("""
@pytest.mark.trips(datbase=2)
def test_list(client):
    client.get("/joined/")
""", 1, "there is no layer 'datbase'")


if __name__ == "__main__":
    unittest.main()
