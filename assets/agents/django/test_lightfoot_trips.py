"""Tests of lightfoot_trips against the Django that is installed: python3 -m unittest test_lightfoot_trips (in this folder).

SQLite suffices. Where PostgreSQL and psycopg2 are installed one is started for its tests on loopback and ended after them; what is
absent is skipped with its name.
"""
import importlib.util
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import unittest
import urllib.request
import wsgiref.simple_server

import django
from django.conf import settings

FOLDER = tempfile.mkdtemp(prefix="lightfoot-trips-")
ME = __name__


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


PORT = free_port()
HAS_PSYCOPG = importlib.util.find_spec("psycopg2") is not None
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(FOLDER, "shop.sqlite3")}}
if HAS_PSYCOPG:
    DATABASES["postgres"] = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres",
                             "HOST": "127.0.0.1", "PORT": str(PORT), "CONN_MAX_AGE": 600}
if not settings.configured:
    settings.configure(
        SECRET_KEY="tests only", ALLOWED_HOSTS=["*"], ROOT_URLCONF=ME, USE_TZ=True, DATABASES=DATABASES,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField", INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        CACHES={"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_table"}},
        MIDDLEWARE=["django.middleware.common.CommonMiddleware", "lightfoot_django.Middleware"], LOGGING_CONFIG=None)
    django.setup()

from django.contrib.auth.models import Group, Permission  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import path  # noqa: E402
from lightfoot_trips import TripAssertions, assert_trips, assert_trips_at_most  # noqa: E402


def joined(request):
    alias = request.GET.get("db", "default")
    groups = Group.objects.using(alias).prefetch_related("permissions")
    extra = [Group.objects.using(alias).count() for _ in range(int(request.GET.get("extra", 0)))]
    return HttpResponse(str([(g.name, len(g.permissions.all())) for g in groups] + extra))


def nplus1(request):
    groups = Group.objects.using(request.GET.get("db", "default"))
    return HttpResponse(str([(g.name, [p.codename for p in g.permissions.all()]) for g in groups]))


def still(request):
    return HttpResponse("nothing asked")


urlpatterns = [path("joined/", joined), path("nplus1/", nplus1), path("still/", still)]
GROUPS = 10


def fill(alias):
    call_command("migrate", database=alias, verbosity=0)
    if not Group.objects.using(alias).exists():
        permissions = list(Permission.objects.using(alias).all()[:3])
        for i in range(GROUPS):
            Group.objects.using(alias).create(name="group %d" % i).permissions.set(permissions)


def setUpModule():
    fill("default")


def tearDownModule():
    connections.close_all()
    shutil.rmtree(FOLDER, ignore_errors=True)


class TripsTest(TripAssertions, unittest.TestCase):
    alias = "default"

    def setUp(self):
        self.client = Client()
        self.get("still")
        connections[self.alias].ensure_connection()

    def get(self, view, query=""):
        return self.client.get("/%s/?db=%s%s" % (view, self.alias, query))

    def test_as_many_as_expected_pass(self):
        with assert_trips(database=2, cache=0, external=0, total=2) as trips:
            self.get("joined")
        self.assertEqual((trips.requests, trips.total, trips.layers["database"]), (1, 2, 2))

    def test_each_row_asked_for_alone_fails_and_is_named_with_its_line(self):
        with self.assertRaises(AssertionError) as caught:
            with self.assertTrips(database=2):
                self.get("nplus1")
        text = str(caught.exception)
        self.assertIn("%d trips (database) in 1 requests, exactly 2 expected:" % (GROUPS + 1), text)
        self.assertRegex(text, r"\n +10 x SELECT .*auth_permission.*test_lightfoot_trips\.py:\d+\)")

    def test_fewer_fail_where_they_are_to_be_exact_and_pass_where_not(self):
        with self.assertRaisesRegex(AssertionError, "2 trips .* exactly 3 expected"):
            with assert_trips(database=3):
                self.get("joined")
        with self.assertTripsAtMost(database=3):
            self.get("joined")
        with self.assertRaisesRegex(AssertionError, "2 trips .* at most 1 expected"):
            with assert_trips_at_most(total=1):
                self.get("joined")

    def test_several_requests_add_up(self):
        with assert_trips(database=4, requests=2):
            self.get("joined")
            self.get("joined")

    def test_a_block_without_a_request_fails(self):
        with self.assertRaisesRegex(AssertionError, "0 of 1 requests are in"):
            with assert_trips(database=0, patience=0):
                pass

    def test_what_the_block_raises_stays_as_it_is(self):
        with self.assertRaises(KeyError):
            with assert_trips(database=2):
                raise KeyError("of the block")

    def test_layers_are_named_rightly(self):
        for wrong in ({"databse": 2}, {}):
            with self.assertRaises(TypeError):
                with assert_trips(**wrong):
                    self.get("joined")

    def test_only_what_is_added_to_the_log_counts(self):
        log = os.path.join(FOLDER, "set.jsonl")
        with override_settings(LIGHTFOOT_FILE=log):
            self.get("nplus1")
            with assert_trips(database=2):
                self.get("joined")
            with assert_trips(database=2, log=log):
                self.get("joined")

    def test_a_log_that_was_begun_anew_is_read_from_its_start(self):
        log = os.path.join(FOLDER, "rotated.jsonl")
        with override_settings(LIGHTFOOT_FILE=log):
            self.get("nplus1")
            with assert_trips(database=2):
                os.remove(log)
                self.get("joined")

    def test_two_hundred_checks_of_an_unchanged_site_pass_and_all_fail_with_one_query_more(self):
        failures = 0
        for _ in range(200):
            with assert_trips(database=2):
                self.get("joined")
            try:
                with assert_trips(database=2):
                    self.get("joined", "&extra=1")
            except AssertionError:
                failures += 1
        self.assertEqual(failures, 200)


@unittest.skipUnless(HAS_PSYCOPG, "needs psycopg2: apt-get install python3-psycopg2")
@unittest.skipUnless(shutil.which("initdb") and shutil.which("pg_ctl"), "needs initdb and pg_ctl on the PATH: PostgreSQL's server")
class PostgresTripsTest(TripsTest):
    alias = "postgres"

    @classmethod
    def setUpClass(cls):
        # PostgreSQL does not run as root.
        cls.folder = tempfile.mkdtemp(prefix="lightfoot-pg-")
        cls.user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
        if cls.user:
            shutil.chown(cls.folder, "nobody", "nogroup")
        data = os.path.join(cls.folder, "data")
        cls.run_as(["initdb", "-D", data, "-U", "postgres", "-A", "trust", "--no-sync"])
        cls.run_as(["pg_ctl", "-D", data, "-w", "-l", os.path.join(cls.folder, "log"),
                    "-o", "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off" % (PORT, cls.folder), "start"])
        fill("postgres")

    @classmethod
    def run_as(cls, command):
        done = subprocess.run(cls.user + command, cwd=cls.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            raise RuntimeError(done.stdout.decode(errors="replace"))

    @classmethod
    def tearDownClass(cls):
        connections["postgres"].close()
        cls.run_as(["pg_ctl", "-D", os.path.join(cls.folder, "data"), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(cls.folder, ignore_errors=True)


class LiveServerTest(unittest.TestCase):
    """A server that answers over a socket writes its line after the answer."""

    def test_what_another_thread_writes_after_the_answer_is_waited_for(self):
        log = os.path.join(FOLDER, "live.jsonl")
        with override_settings(LIGHTFOOT_FILE=log), wsgiref.simple_server.make_server("127.0.0.1", 0, WSGIHandler()) as server:
            server.RequestHandlerClass.log_message = lambda *_: None
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                url = "http://127.0.0.1:%d/joined/" % server.server_port
                for _ in range(20):
                    with assert_trips(database=3, log=log):  # two queries, and the connection, which Django closes after each request
                        urllib.request.urlopen(url).read()
            finally:
                server.shutdown()
