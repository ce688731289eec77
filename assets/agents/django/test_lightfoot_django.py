"""Tests of lightfoot_django against the Django that is installed: python3 -m unittest test_lightfoot_django (in this folder).

SQLite, locmem and loopback servers suffice. Where redis-server, memcached or PostgreSQL are installed with their Python clients,
each is started for its tests on loopback and ended after them; what is absent is skipped with its name.
"""
import asyncio
import contextlib
import http.server
import importlib.util
import json
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request
import wsgiref.util
from types import SimpleNamespace
from unittest import mock

import django
from django.conf import settings

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = tempfile.mkdtemp(prefix="lightfoot-django-")
LOG = os.path.join(FOLDER, "otlp.jsonl")
ME = __name__


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


PORTS = {name: free_port() for name in ("redis", "memcached", "postgres")}


def absent(*modules):
    return next((m for m in modules if importlib.util.find_spec(m) is None), None)


CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "table": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_table"},
    "failing": {"BACKEND": ME + ".FailingCache"},
}
if not absent("pymemcache"):
    CACHES["memcached"] = {"BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache", "LOCATION": "127.0.0.1:%d" % PORTS["memcached"]}
if not absent("django_redis", "redis"):
    CACHES["redis"] = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": "redis://127.0.0.1:%d/3" % PORTS["redis"]}
if django.VERSION >= (4, 0) and not absent("redis"):
    CACHES["redis-of-django"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:%d/4" % PORTS["redis"]}
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(FOLDER, "one.sqlite3")},
    "other": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.path.join(FOLDER, "two.sqlite3")},
}
if not absent("psycopg2"):
    DATABASES["postgres"] = {"ENGINE": "django.db.backends.postgresql", "NAME": "postgres", "USER": "postgres",
                             "HOST": "127.0.0.1", "PORT": str(PORTS["postgres"]), "CONN_MAX_AGE": 600}

if not settings.configured:
    settings.configure(
        SECRET_KEY="tests only", DEBUG=False, ALLOWED_HOSTS=["*"], ROOT_URLCONF=ME, SITE_ID=1, USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField", DATABASES=DATABASES, CACHES=CACHES, LIGHTFOOT_FILE=LOG,
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.sites",
                        "django.contrib.messages"],
        MIDDLEWARE=["django.middleware.gzip.GZipMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
                    "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
                    "django.contrib.auth.middleware.AuthenticationMiddleware", ME + ".plain_middleware", ME + ".unused",
                    "lightfoot_django.Middleware"],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        LOGGING_CONFIG=None,
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "loaders": [("django.template.loaders.locmem.Loader", {
                "page.html": "{% for i in n %}{% include 'part.html' %}{% endfor %}", "part.html": "<i>{{ i }}</i>",
                "lazy.html": "{% for u in users %}{{ u.username }}{% endfor %}"})]}}])
    django.setup()

import lightfoot_django as agent  # noqa: E402
from django.core.cache import caches  # noqa: E402
from django.core.cache.backends.locmem import LocMemCache  # noqa: E402
from django.core.exceptions import MiddlewareNotUsed  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections, transaction  # noqa: E402
from django.http import Http404, HttpResponse, StreamingHttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.test import AsyncClient, Client, override_settings  # noqa: E402
from django.urls import path  # noqa: E402
from django.utils.decorators import sync_and_async_middleware  # noqa: E402
from django.views import View  # noqa: E402


class FailingCache(LocMemCache):
    def get(self, key, default=None, version=None):
        raise ConnectionError("no cache today")


@sync_and_async_middleware  # with one that is not, Django 3.2 itself hangs in an asynchronous view that uses threads
def plain_middleware(get_response):
    if asyncio.iscoroutinefunction(get_response):

        async def middleware(request):
            return await get_response(request)

    else:

        def middleware(request):
            return get_response(request)

    return middleware


def unused(get_response):
    raise MiddlewareNotUsed("off")


# --- views


def ok(request):
    return HttpResponse("ok\n")


AGAIN = HttpResponse("the same object for everybody")
AGAIN["Server-Timing"] = "mine;dur=1"


def again(request):
    return AGAIN


def item(request, number):
    return HttpResponse(str(number))


class Classy(View):
    def get(self, request):
        return HttpResponse("classy")


def fail(request):
    raise ValueError("secret of a person")


def missing(request):
    raise Http404


def sql(request):
    alias = request.GET.get("alias", "default")
    with connections[alias].cursor() as c:
        c.execute("CREATE TABLE IF NOT EXISTS things (id integer, name varchar(50))")
        c.execute("DELETE FROM things WHERE name <> %s", ["it's"])
        c.executemany("INSERT INTO things VALUES (%s, %s)", [(1, "hidden-1"), (2, "hidden-2"), (3, "hidden-3")])
        c.execute("SELECT id FROM things WHERE name = %s", ["hidden-1"])  # the call site
        c.execute("SELECT name FROM things WHERE id > 1 AND name <> 'hidden-2' /* hidden-3 */")
        c.fetchall()
    return HttpResponse("done")


def bad_sql(request):
    with connection.cursor() as c:
        c.execute("SELECT nothing FROM nowhere")


def nplus1(request):
    from django.contrib.auth.models import User
    for number in range(5):
        User.objects.filter(id=number).first()
    User.objects.filter(id=1).first()
    return HttpResponse("done")


def lazy(request):
    from django.contrib.auth.models import User
    return render(request, "lazy.html", {"users": User.objects.all()})


def wrapped(request):
    def counting(execute, sql, params, many, context):
        counted.append(sql)
        return execute(sql, params, many, context)

    counted = []
    connection.close()
    with connection.execute_wrapper(counting):
        with connection.cursor() as c:  # opens the connection
            c.execute("SELECT 1")
    with connection.cursor() as c:
        c.execute("SELECT 2")
    return HttpResponse(str(len(counted)))


def committed(request):
    with transaction.atomic(using=request.GET.get("alias", "default")):
        with connections[request.GET.get("alias", "default")].cursor() as c:
            c.execute("SELECT 1")
    return HttpResponse("done")


def cached(request):
    cache = caches[request.GET.get("alias", "default")]
    cache.clear()
    cache.get("private-key")
    cache.set("private-key", "value", 60)
    cache.get("private-key")
    cache.get("absent", default="a default")
    cache.set_many({"a": 1, "b": 2}, 60)
    found = cache.get_many(k for k in ("a", "b", "c"))
    cache.get_or_set("d", lambda: 4, 60)
    cache.add("a", 5)
    cache.incr("a")
    cache.touch("a", 60)
    cache.delete("a")
    cache.delete_many(["b", "d"])
    return HttpResponse(str(sorted(found)))


def loop(request):
    cache = caches[request.GET.get("alias", "default")]
    for number in range(10):
        cache.get("item:%d" % number)
    return HttpResponse("done")


def failing_cache(request):
    try:
        caches["failing"].get("x")
    except ConnectionError:
        return HttpResponse("survived")


def session(request):
    request.session["seen"] = request.session.get("seen", 0) + 1
    return HttpResponse(str(request.user.is_authenticated))


def site(request):
    from django.contrib.sites.models import Site
    return HttpResponse(Site.objects.get_current().domain)


def page(request):
    return render(request, "page.html", {"n": range(3)})


def outgoing(request):
    url = request.GET["url"]
    if request.GET.get("with") == "requests":
        import requests
        return HttpResponse(requests.get(url).text)
    with urllib.request.urlopen(url) as answer:
        return HttpResponse(answer.read())


def unreachable(request):
    try:
        urllib.request.urlopen("http://127.0.0.1:%d/" % free_port())
    except OSError as error:
        return HttpResponse(type(error).__name__)


def stream(request):
    def parts():
        for number in range(3):
            with connection.cursor() as c:
                c.execute("SELECT %s", [number])
            yield "part %d\n" % number
        if "fail" in request.GET:
            raise RuntimeError("halfway")
    return StreamingHttpResponse(parts())


def file(request):
    from django.http import FileResponse
    return FileResponse(open(os.path.join(HERE, "README.md"), "rb"))


def many(request):
    for _ in range(agent.MAX_SPANS + 10):
        caches["default"].get("x")
    return HttpResponse("done")


def odd(request):
    caches["default"].get("\udc80 half a pair")
    with connection.cursor() as c:
        c.execute("SELECT '\u00e9\u20ac' AS \"\U0001f600\udc80\"" if "half" in request.GET else "SELECT 1 AS \"\u00e9\U0001f600\"")
    return HttpResponse("done")


def nested(request):
    inner = Client().get("/ok/")
    with connection.cursor() as c:
        c.execute("SELECT 1")
    return HttpResponse(inner.content)


async def async_view(request):
    from asgiref.sync import sync_to_async

    def query():
        with connection.cursor() as c:
            c.execute("SELECT 1")

    await sync_to_async(query)()
    await asyncio.gather(*[sync_to_async(caches["default"].get)("k%d" % n) for n in range(3)])
    return HttpResponse("async")


async def async_fail(request):
    raise ValueError("secret of a person")


async def async_stream(request):
    async def parts():
        for number in range(3):
            await asyncio.sleep(0)
            yield b"part %d\n" % number
    return StreamingHttpResponse(parts())


urlpatterns = [path(name.replace("_", "-") + "/", view) for name, view in list(globals().items()) if name in (
    "ok", "fail", "missing", "sql", "bad_sql", "nplus1", "lazy", "wrapped", "committed", "cached", "loop", "failing_cache", "session", "site",
    "page", "outgoing", "unreachable", "stream", "file", "many", "odd", "again", "nested", "async_view", "async_fail", "async_stream")]
urlpatterns += [path("item/<int:number>/", item), path("classy/", Classy.as_view())]


# --- reading what was written


class Recorded:
    """A span as written, with its attributes as a dictionary."""

    def __init__(self, span):
        self.raw = span
        self.name, self.id, self.parent, self.trace = span["name"], span["spanId"], span.get("parentSpanId"), span["traceId"]
        self.start, self.end = int(span["startTimeUnixNano"]), int(span["endTimeUnixNano"])
        self.a = {a["key"]: value(a["value"]) for a in span["attributes"]}
        self.layer, self.kind, self.failed = self.a["lightfoot.layer"], span["kind"], span["status"].get("code") == 2
        self.events = [e["name"] for e in span.get("events", [])]

    def __repr__(self):
        return "<%s %s %s>" % (self.layer, self.name, self.a)


def value(wire):
    (kind, inner), = wire.items()
    return int(inner) if kind == "intValue" else inner


def requests_in(text):
    """Lists of spans, one for each line."""
    return [[Recorded(s) for s in json.loads(line)["resourceSpans"][0]["scopeSpans"][0]["spans"]] for line in text.splitlines()]


class AgentTest(unittest.TestCase):
    def setUp(self):
        with open(LOG, "w"):
            pass
        self.client = Client(raise_request_exception=False)

    def lines(self):
        with open(LOG, encoding="ascii") as log:
            return requests_in(log.read())

    def spans(self, url, client=None, **headers):
        """The spans of one GET, checked for what holds for every request."""
        self.response = (client or self.client).get(url, **headers)
        if self.response.streaming:
            try:
                self.body = b"".join(self.response.streaming_content)
            except RuntimeError:
                self.body = None
            self.response.close()
        recorded, = self.lines()
        self.check(recorded)
        return recorded

    def check(self, recorded):
        ids = {s.id: s for s in recorded}
        self.assertEqual(len(ids), len(recorded), "span ids are unique")
        self.assertEqual(1, len({s.trace for s in recorded}))
        root, *others = recorded
        self.assertEqual(2, root.kind)
        for s in recorded:
            self.assertLessEqual(s.start, s.end, s)
            self.assertIn(s.layer, ("app", "middleware", "template", "database", "cache", "external"))
            self.assertNotIn("lightfoot.unfinished", s.a, s)
        for s in others:
            self.assertIn(s.parent, ids, s)
            self.assertTrue(ids[s.parent].start <= s.start and s.end <= ids[s.parent].end, (s, ids[s.parent]))

    def of(self, recorded, layer, name=None):
        return [s for s in recorded if s.layer == layer and (name is None or s.name == name)]


class Clocks(unittest.TestCase):
    def zero(self, waits, last=None):
        """Of a thread that waits so long before it reads the wall clock, time after time."""
        clock, waiting = [0], iter(waits)

        def steady():
            clock[0] += 1000
            return clock[0]

        def wall():
            clock[0] += next(waiting, last)
            return 7_000_000_000 + clock[0]

        with mock.patch.object(agent, "_now", steady), mock.patch.object(agent.time, "time_ns", wall):
            return agent._zero() - 7_000_000_000

    def test_are_read_again_where_the_thread_had_to_wait_in_between(self):
        self.assertLess(abs(self.zero([30_000_000, 4_000_000, 500])), 1000)

    def test_of_a_thread_that_always_waits_the_best_reading_counts(self):
        self.assertLess(abs(self.zero([30_000_000, 90_000], last=30_000_000)), 50_000)


class TheRequest(AgentTest):
    def test_is_told_with_its_route_status_and_size(self):
        root = self.spans("/item/7/?token=abc&page=2&flag", HTTP_HOST="shop.test:8080", HTTP_X_REQUEST_ID="r-1")[0]
        self.assertEqual("GET /item/<int:number>/", root.name)
        expected = {"http.request.method": "GET", "url.path": "/item/7/", "http.route": "/item/<int:number>/", "url.scheme": "http",
                    "http.response.status_code": 200, "http.response.body.size": 1, "server.address": "shop.test", "server.port": 8080,
                    "url.query": "token=REDACTED&page=REDACTED&REDACTED", "http.request.header.x-request-id": "r-1"}
        self.assertEqual(expected, {k: root.a.get(k) for k in expected})
        self.assertFalse(root.failed)

    def test_tells_its_host_whatever_its_form(self):
        for host, expected in (("shop.test", ("shop.test", None)), ("[::1]:8000", ("[::1]", 8000)), ("[::1]", ("[::1]", None))):
            with open(LOG, "w"):
                pass
            root = self.spans("/ok/", HTTP_HOST=host)[0]
            self.assertEqual(expected, (root.a["server.address"], root.a.get("server.port")))

    def test_keeps_query_values_only_where_told_to(self):
        with override_settings(LIGHTFOOT_QUERY_VALUES=True):
            self.assertEqual("n=5", self.spans("/ok/?n=5")[0].a["url.query"])

    def test_stands_on_one_line_with_its_resource(self):
        self.client.get("/ok/")
        with open(LOG) as log:
            line, = log.read().splitlines()
        resource = {a["key"]: value(a["value"]) for a in json.loads(line)["resourceSpans"][0]["resource"]["attributes"]}
        self.assertEqual(("lightfoot-django", agent.__version__, os.getpid(), socket.gethostname()), tuple(resource[k] for k in (
            "telemetry.sdk.name", "telemetry.sdk.version", "process.pid", "host.name")))

    def test_lies_around_each_middleware_and_the_view_in_their_order(self):
        recorded = self.spans("/ok/")
        chain, names = recorded[0], []
        while True:
            below = [s for s in recorded if s.parent == chain.id and "." not in s.name.replace(ME + ".", "") and s.name != "session load"]
            if not below:
                break
            chain = below[0]
            names.append(chain.name)
        self.assertEqual(["GZipMiddleware", "SessionMiddleware", "CommonMiddleware", "CsrfViewMiddleware", "AuthenticationMiddleware",
                          "plain_middleware", ME + ".ok"], names)
        self.assertEqual(["CsrfViewMiddleware.process_view"], [s.name for s in recorded if "process_view" in s.name])

    def test_names_the_view_even_of_a_class(self):
        view = self.of(self.spans("/classy/"), "app")[1]
        self.assertEqual(ME + ".Classy", view.a["code.function.name"])

    def test_that_fails_is_told_with_the_error_but_not_its_message(self):
        recorded = self.spans("/fail/")
        root = recorded[0]
        self.assertEqual((500, "ValueError", True), (root.a["http.response.status_code"], root.a["error.type"], root.failed))
        self.assertEqual(["exception"], root.events)
        self.assertNotIn("secret", json.dumps([s.raw for s in recorded]))

    def test_that_finds_nothing_is_no_error(self):
        root = self.spans("/missing/")[0]
        self.assertEqual((404, False), (root.a["http.response.status_code"], root.failed))
        with open(LOG, "w"):
            pass
        self.assertEqual("GET", self.spans("/no-such-route/")[0].name)

    def test_inside_a_request_is_a_trace_of_its_own(self):
        self.client.get("/nested/")
        inner, outer = self.lines()
        self.assertNotEqual(inner[0].trace, outer[0].trace)
        self.assertEqual(1, len(self.of(outer, "database", "SELECT")))

    def test_ends_recording_at_its_limit_and_counts_the_rest(self):
        recorded = self.spans("/many/")
        self.assertEqual(agent.MAX_SPANS, len(recorded))
        self.assertGreaterEqual(recorded[0].a["lightfoot.dropped_spans"], 10)


class TraceContext(AgentTest):
    TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"

    def test_of_the_caller_is_continued(self):
        root = self.spans("/ok/", HTTP_TRACEPARENT="00-%s-%s-01" % (self.TRACE, self.PARENT), HTTP_TRACESTATE="a=1")[0]
        self.assertEqual((self.TRACE, self.PARENT, "a=1", 0x301), (root.trace, root.parent, root.raw["traceState"], root.raw["flags"]))
        self.assertEqual("00-%s-%s-01" % (self.TRACE, root.id), self.response["traceresponse"])

    def test_that_breaks_the_specification_starts_a_new_trace(self):
        valid = "00-%s-%s-01" % (self.TRACE, self.PARENT)
        for bad in ("", "garbage", valid[:-1], valid + "-extra", "ff" + valid[2:], valid.upper(), valid.replace("-", "_"),
                    "00-%s-%s-01" % ("0" * 32, self.PARENT), "00-%s-%s-01" % (self.TRACE, "0" * 16), valid + "," + valid, "cc" + valid[2:] + "x",
                    "00-%s-%s-0g" % (self.TRACE, self.PARENT), "0-" + valid, valid + "\n", "\u0660\u0660" + valid[2:]):
            with self.subTest(bad):
                self.assertIsNone(agent.parse_traceparent(bad))

    def test_of_a_later_version_is_read_by_its_first_55_characters(self):
        for good in ("cc-%s-%s-01", "01-%s-%s-01-what-is-to-come", " 00-%s-%s-01\t"):
            self.assertEqual((self.TRACE, self.PARENT, 1), agent.parse_traceparent(good % (self.TRACE, self.PARENT)))

    def test_that_is_not_sampled_is_passed_on_and_not_recorded(self):
        response = self.client.get("/sql/", HTTP_TRACEPARENT="00-%s-%s-00" % (self.TRACE, self.PARENT))
        self.assertEqual([], self.lines())
        self.assertRegex(response["traceresponse"], "00-%s-[0-9a-f]{16}-00" % self.TRACE)
        self.assertNotIn("db;", response["Server-Timing"])

    def test_is_answered_in_server_timing(self):
        root = self.spans("/sql/")[0]
        self.assertRegex(self.response["Server-Timing"],
                         r'^app;dur=[\d.]+, db;dur=[\d.]+;desc="\d queries", cache;dur=0.000;desc="0 calls", '
                         "trace;desc=00-%s-%s-01$" % (root.trace, root.id))

    def test_is_answered_beside_what_others_say_and_once(self):
        for _ in range(3):
            timing = self.client.get("/again/")["Server-Timing"]
        self.assertTrue(timing.startswith("mine;dur=1, app;dur="), timing)
        self.assertEqual(1, timing.count("app;"))

    def test_answer_can_be_switched_off(self):
        with override_settings(LIGHTFOOT_SERVER_TIMING=False):
            self.assertFalse(self.client.get("/ok/").has_header("Server-Timing"))


class Statements(AgentTest):
    def test_are_told_without_values(self):
        recorded = self.spans("/sql/")
        statements = [s for s in self.of(recorded, "database") if s.name != "connect"]
        self.assertEqual(["CREATE things", "DELETE things", "INSERT things", "SELECT things", "SELECT things"], [s.name for s in statements])
        self.assertNotIn("hidden", json.dumps([s.raw for s in recorded]))
        self.assertEqual("SELECT name FROM things WHERE id > ? AND name <> ?", statements[4].a["db.query.text"])
        self.assertEqual("SELECT id FROM things WHERE name = %s", statements[3].a["db.query.text"])
        self.assertEqual(3, statements[2].a["db.operation.batch.size"])
        self.assertEqual(("sqlite", 3), (statements[0].a["db.system.name"], statements[0].kind))

    def test_rows_that_psycopg2_sends_one_by_one_are_calls_and_no_batch(self):
        for driver, name in (("psycopg2", "composite.count"), ("psycopg", "db.operation.batch.size")):
            connection = SimpleNamespace(vendor="postgresql", alias="default", settings_dict={}, Database=SimpleNamespace(__name__=driver))
            request = agent.Span(agent.Trace(None, None), None, "GET", "app", agent.SERVER, {})
            outside = agent._current.get()
            span = agent._begin_statement(request, ("INSERT INTO t VALUES (%s)", [(1,), (2,)], True, connection), {})
            agent._current.set(outside)
            self.assertEqual([2], [value for key, value in span.attributes.items() if key in ("composite.count", "db.operation.batch.size")])
            self.assertEqual(2, span.attributes[name])

    def test_are_told_with_the_line_that_asked(self):
        select = self.of(self.spans("/sql/"), "database", "SELECT things")[0]
        with open(select.a["code.file.path"]) as source:
            self.assertIn("# the call site", source.read().splitlines()[select.a["code.line.number"] - 1])
        self.assertEqual(ME + ".sql", select.a["code.function.name"])

    def test_say_how_long_their_own_thread_worked(self):
        for s in self.of(self.spans("/sql/"), "database"):
            self.assertTrue(0 < s.a["lightfoot.cpu.nanos"] <= s.end - s.start + 1_000_000, s)

    def test_say_nothing_of_a_thread_that_serves_others_meanwhile(self):
        patched = SimpleNamespace(is_module_patched=lambda name: name == "threading")
        with mock.patch.dict(sys.modules, {"gevent.monkey": patched}):
            self.assertEqual([], [s for s in self.spans("/sql/") if "lightfoot.cpu.nanos" in s.a])

    def test_of_the_same_template_are_told_apart_by_their_parameters(self):
        hashes = [s.a["lightfoot.parameters.hash"] for s in self.of(self.spans("/nplus1/"), "database", "SELECT auth_user")]
        self.assertEqual((6, 5), (len(hashes), len(set(hashes))))
        self.assertEqual(hashes[1], hashes[5])

    def test_below_a_template_have_the_template_as_parent(self):
        recorded = self.spans("/lazy/")
        statement, = self.of(recorded, "database", "SELECT auth_user")
        self.assertEqual("render lazy.html", next(s for s in recorded if s.id == statement.parent).name)
        self.assertEqual(ME + ".lazy", statement.a["code.function.name"])

    def test_that_fail_are_told_so(self):
        statement = self.of(self.spans("/bad-sql/"), "database", "SELECT nowhere")[0]
        self.assertTrue(statement.failed)
        self.assertEqual("django.db.utils.OperationalError", statement.a["error.type"])

    def test_of_several_databases_are_told_apart(self):
        other = self.of(self.spans("/sql/?alias=other"), "database", "SELECT things")[0]
        self.assertEqual(("other", DATABASES["other"]["NAME"]), (other.a["lightfoot.alias"], other.a["db.namespace"]))

    def test_an_opened_connection_and_a_commit_are_trips_of_their_own(self):
        connection.close()
        names = [s.name for s in self.of(self.spans("/committed/"), "database")]
        self.assertEqual("connect", names[0])
        self.assertEqual("COMMIT", names[-1])

    def test_leave_the_sites_own_wrappers_in_place(self):
        connections["default"].execute_wrappers.clear()
        recorded = self.spans("/wrapped/")
        self.assertEqual((b"1", 2), (self.response.content, len(self.of(recorded, "database", "SELECT"))))

    def test_in_any_dialect_lose_their_literals(self):
        for vendor, text, expected in (
                ("postgresql", r"SELECT E'it\'s' || 'C:\' || 'x' || $q$a'b$q$", "SELECT ? || ? || ? || ?"),
                ("postgresql", "SELECT \"a1\".\"x\" FROM t2 WHERE x IN ($1, %s, 2.5e3, 0x1F) LIMIT 21",
                 "SELECT \"a1\".\"x\" FROM t2 WHERE x IN ($1, %s, ?, ?) LIMIT ?"),
                ("postgresql", "SELECT 'cut off", "SELECT ?"), ("postgresql", "SELECT 1 /* cut off", "SELECT ?"),
                ("mysql", r'''SELECT `a``1` FROM t WHERE x = "it\"s" AND y = 'it\'s' ''', "SELECT `a``1` FROM t WHERE x = ? AND y = ?"),
                ("sqlite", "-- secret\nSELECT x'00ff', \"it's\", 5", "SELECT ?, \"it's\", ?")):
            with self.subTest(text):
                self.assertEqual(expected, agent._template(text, vendor)[0])

    def test_of_any_length_are_cut(self):
        text = agent._template.__wrapped__("SELECT " + "x, " * 100000 + "'secret", "sqlite")[0]
        self.assertLess(len(text), agent.MAX_TEXT + 10)


class CacheCalls(AgentTest):
    CALLS = [("clear", None, None, None), ("get", 1, 0, 1), ("set", 1, None, None), ("get", 1, 1, 0), ("get", 1, 0, 1), ("set_many", 2, None, None),
             ("get_many", 3, 2, 1), ("get_or_set", 1, None, None), ("add", 1, None, None), ("incr", 1, None, None), ("touch", 1, None, None),
             ("delete", 1, None, None), ("delete_many", 2, None, None)]

    def calls(self, recorded):
        ids = {s.id: s for s in recorded}
        return [s for s in self.of(recorded, "cache") if s.name.startswith("cache ") and ids[s.parent].layer != "cache"]

    def check_calls(self, alias):
        recorded = self.spans("/cached/?alias=" + alias)
        self.assertEqual(b"['a', 'b']", self.response.content)
        self.assertEqual(self.CALLS, [(s.name[6:], s.a.get("lightfoot.cache.keys") if s.a["db.operation.name"] != "x" else 0,
                                       s.a.get("lightfoot.cache.hits"), s.a.get("lightfoot.cache.misses")) for s in self.calls(recorded)])
        self.assertNotIn("private-key", json.dumps([s.raw for s in recorded]))
        hashes = [s.a["lightfoot.cache.key.hash"] for s in self.calls(recorded)[1:5]]
        self.assertEqual((hashes[0], 2), (hashes[2], len(set(hashes))))
        return recorded

    def test_are_told_with_keys_hits_and_misses(self):
        recorded = self.check_calls("default")
        self.assertEqual({1}, {s.kind for s in self.of(recorded, "cache")}, "nothing of locmem is a round trip")

    def test_of_a_table_lie_around_their_statements(self):
        call_command("createcachetable", verbosity=0)
        recorded = self.spans("/loop/?alias=table")
        inner = {s.id: s for s in self.of(recorded, "cache", "cache get_many")}
        self.assertEqual({s.id for s in self.of(recorded, "cache", "cache get")}, {s.parent for s in inner.values()})
        self.assertEqual(10, len([s for s in self.of(recorded, "database", "SELECT cache_table") if s.parent in inner]))

    def test_that_fail_are_told_so_and_fail_as_before(self):
        call, = self.of(self.spans("/failing-cache/"), "cache")
        self.assertEqual((b"survived", "ConnectionError"), (self.response.content, call.a["error.type"]))


def server_of(name, command, ready):
    """Starts a server for a test class; returns its process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 15
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", PORTS[name]), 0.2):
            if ready is None or ready():
                return process
    process.kill()
    process.wait()
    raise unittest.SkipTest(name + " did not start")


class RemoteCacheCalls:
    """The same against a server: each round trip is one CLIENT span."""

    @classmethod
    def setUpClass(cls):
        if shutil.which(cls.COMMAND[0]) is None or cls.ALIAS not in CACHES:
            raise unittest.SkipTest("%s, its Python client or this Django's backend for it is absent" % cls.COMMAND[0])
        cls.process = server_of(cls.NAME, cls.COMMAND, None)

    @classmethod
    def tearDownClass(cls):
        cls.process.terminate()
        cls.process.wait()

    def trips(self, recorded):
        return [s for s in self.of(recorded, "cache") if s.kind == 3 and s.name != "connect"]

    def test_are_told_with_keys_hits_and_misses(self):
        recorded = self.check_calls(self.ALIAS)
        for trip in self.trips(recorded):
            self.assertEqual((self.SYSTEM, "127.0.0.1", PORTS[self.NAME]), tuple(
                trip.a[k] for k in ("db.system.name", "server.address", "server.port")), trip)
        self.assertEqual(self.TRIPS, [s.a["db.operation.name"] for s in self.trips(recorded)])

    def test_in_a_loop_are_one_span_for_each_trip(self):
        self.client.get("/loop/?alias=" + self.ALIAS)
        with open(LOG, "w"):
            pass
        recorded = self.spans("/loop/?alias=" + self.ALIAS)
        self.assertEqual(10, len(self.trips(recorded)))
        self.assertIn('desc="10 calls"', self.response["Server-Timing"])
        self.assertEqual(10, len({s.a["lightfoot.cache.key.hash"] for s in self.trips(recorded)}))

    test_of_a_table_lie_around_their_statements = test_that_fail_are_told_so_and_fail_as_before = None


class CallsOfMemcached(RemoteCacheCalls, CacheCalls):
    NAME, ALIAS, SYSTEM = "memcached", "memcached", "memcached"
    COMMAND = ["memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", str(PORTS["memcached"])]
    TRIPS = ["flush_all", "get", "set", "get", "get", "set", "get", "get", "add", "get", "add", "incr", "touch", "delete", "delete", "delete"]


class CallsOfDjangoRedis(RemoteCacheCalls, CacheCalls):
    NAME, ALIAS, SYSTEM = "redis", "redis", "redis"
    COMMAND = ["redis-server", "--bind", "127.0.0.1", "--port", str(PORTS["redis"]), "--save", "", "--dir", FOLDER]
    TRIPS = None

    def test_are_told_with_keys_hits_and_misses(self):
        recorded = self.check_calls(self.ALIAS)
        trips = [s.a["db.operation.name"] for s in self.trips(recorded)]
        for expected in ("GET", "SET", "MGET", "PIPELINE", "DEL"):
            self.assertIn(expected, trips)
        self.assertEqual("3", self.trips(recorded)[0].a["db.namespace"])
        pipeline = next(s for s in self.trips(recorded) if s.a["db.operation.name"] == "PIPELINE")
        self.assertEqual(("cache set_many", 2), (pipeline.name, pipeline.a["db.operation.batch.size"]))


class CallsOfDjangosOwnRedis(CallsOfDjangoRedis):
    ALIAS = "redis-of-django"

    def test_are_told_with_keys_hits_and_misses(self):
        recorded = self.check_calls(self.ALIAS)
        self.assertEqual("4", self.trips(recorded)[0].a["db.namespace"])


class StatementsOfPostgres(AgentTest):
    @classmethod
    def setUpClass(cls):
        folder = next((f for f in ("/usr/lib/postgresql/%d/bin" % v for v in range(20, 11, -1)) if os.path.exists(f + "/initdb")), None)
        if folder is None or "postgres" not in DATABASES or os.geteuid() != 0 or shutil.which("runuser") is None:
            raise unittest.SkipTest("PostgreSQL, psycopg2 or the right to become the user postgres is absent")
        cls.data = tempfile.mkdtemp(prefix="lightfoot-pg-")
        shutil.chown(cls.data, "postgres")
        become = ["runuser", "-u", "postgres", "--"]
        subprocess.run(become + [folder + "/initdb", "-D", cls.data + "/d", "-A", "trust", "--no-sync"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/")
        cls.process = server_of("postgres", become + [folder + "/postgres", "-D", cls.data + "/d", "-p", str(PORTS["postgres"]), "-c",
                                                      "listen_addresses=127.0.0.1", "-k", cls.data, "-F"], cls.answers)

    @staticmethod
    def answers():
        try:
            connections["postgres"].ensure_connection()
            connections["postgres"].close()
            return True
        except django.db.OperationalError:
            return False

    @classmethod
    def tearDownClass(cls):
        connections["postgres"].close()
        cls.process.terminate()
        cls.process.wait()
        shutil.rmtree(cls.data, ignore_errors=True)

    def test_are_told_with_their_server_and_rows(self):
        connections["postgres"].close()
        recorded = self.of(self.spans("/sql/?alias=postgres"), "database")
        self.assertEqual(["connect", "CREATE things", "DELETE things", "INSERT things", "SELECT things", "SELECT things"],
                         [s.name for s in recorded])
        for s in recorded:
            self.assertEqual(("postgresql", "postgres", "127.0.0.1", PORTS["postgres"]), tuple(
                s.a[k] for k in ("db.system.name", "db.namespace", "server.address", "server.port")))
        self.assertEqual(([1, 1], 3), ([s.a["db.response.returned_rows"] for s in recorded[4:]], recorded[3].a.get("lightfoot.db.affected_rows", 3)))

    def test_and_their_commit_are_three_trips_to_the_server_at_most(self):
        self.client.get("/sql/?alias=postgres")
        with open(LOG, "w"):
            pass
        self.assertEqual(["SELECT", "COMMIT"], [s.name for s in self.of(self.spans("/committed/?alias=postgres"), "database")])


class Framework(AgentTest):
    def setUp(self):
        super().setUp()
        from django.contrib.auth.models import User
        User.objects.get_or_create(username="ada", defaults={"email": "ada@shop.test"})

    def test_session_and_user_and_their_statements_are_told(self):
        from django.contrib.auth.models import User
        self.client.force_login(User.objects.get(username="ada"))
        recorded = self.spans("/session/")
        self.assertEqual(b"True", self.response.content)
        ids = {s.id: s for s in recorded}
        of = {s.name: ids[s.parent].name for s in self.of(recorded, "database") if "django_session" in s.name or "auth_user" in s.name}
        self.assertEqual("session load", of["SELECT django_session"])
        self.assertEqual("session save", of["UPDATE django_session"])
        self.assertEqual("user", of["SELECT auth_user"])
        self.assertTrue(self.of(recorded, "middleware", "user")[0].a["lightfoot.user.authenticated"])

    def test_site_access_is_told(self):
        from django.contrib.sites.models import Site
        Site.objects.clear_cache()
        recorded = self.spans("/site/")
        site_span, = self.of(recorded, "middleware", "site")
        self.assertEqual([site_span.id], [s.parent for s in self.of(recorded, "database", "SELECT django_site")])

    def test_templates_and_their_parts_are_told(self):
        names = [s.name for s in self.of(self.spans("/page/"), "template")]
        self.assertEqual(["render page.html"] + ["render part.html"] * 3, names)


class Elsewhere(http.server.BaseHTTPRequestHandler):
    """A loopback server that notes what it is sent; also an OTLP receiver."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.seen.append(self.headers)
        self.answer(404 if "missing" in self.path else 200, b"elsewhere")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        self.server.seen.append((self.path, self.headers["Content-Type"], body, status))
        self.answer(status, b"{}")

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.server.may_end.wait(20)
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def elsewhere():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    server.daemon_threads = True
    server.seen, server.statuses, server.may_end = [], [], threading.Event()
    server.may_end.set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


class OutgoingRequests(AgentTest):
    def check_exchange(self, way):
        with elsewhere() as server:
            recorded = self.spans("/outgoing/?with=%s&url=http://127.0.0.1:%d/a?token=hidden" % (way, server.server_port))
            call, = self.of(recorded, "external")
            self.assertEqual(b"elsewhere", self.response.content)
            self.assertEqual("00-%s-%s-01" % (call.trace, call.id), server.seen[0]["traceparent"])
            self.assertEqual(("http://127.0.0.1:%d/a?token=REDACTED" % server.server_port, 200, "GET", server.server_port), tuple(
                call.a[k] for k in ("url.full", "http.response.status_code", "http.request.method", "server.port")))
            self.assertEqual(ME + ".outgoing", call.a["code.function.name"])
            self.assertEqual(["lightfoot.response_head"], call.events)

    def test_of_urllib_are_told_and_carry_the_trace(self):
        self.check_exchange("urllib")

    @unittest.skipIf(absent("requests"), "requests is not installed")
    def test_of_requests_are_told_and_carry_the_trace(self):
        self.check_exchange("requests")

    def test_that_are_refused_are_told_so(self):
        call, = self.of(self.spans("/unreachable/"), "external")
        self.assertEqual((b"URLError", "ConnectionRefusedError", True), (self.response.content, call.a["error.type"], call.failed))

    def test_of_an_unsampled_request_say_so(self):
        with elsewhere() as server:
            self.client.get("/outgoing/?url=http://127.0.0.1:%d/" % server.server_port, HTTP_TRACEPARENT="00-%s-%s-00" % ("a" * 32, "b" * 16))
            self.assertRegex(server.seen[0]["traceparent"], "^00-a{32}-[0-9a-f]{16}-00$")

    def test_outside_a_request_are_left_alone(self):
        with elsewhere() as server:
            urllib.request.urlopen("http://127.0.0.1:%d/" % server.server_port).read()
            self.assertIsNone(server.seen[0]["traceparent"])


class StreamedResponses(AgentTest):
    def test_last_until_the_last_chunk(self):
        recorded = self.spans("/stream/")
        self.assertEqual(b"part 0\npart 1\npart 2\n", self.body)
        root = recorded[0]
        self.assertEqual((3, 21, ["lightfoot.first_chunk"]), (
            root.a["lightfoot.response.chunks"], root.a["http.response.body.size"], root.events))
        stream_span, = self.of(recorded, "app", "stream")
        self.assertEqual({stream_span.id}, {s.parent for s in self.of(recorded, "database", "SELECT")})
        self.assertEqual(3, len(self.of(recorded, "database", "SELECT")))

    def test_that_fail_halfway_are_told_so(self):
        root = self.spans("/stream/?fail")[0]
        self.assertEqual((None, "RuntimeError", 3), (self.body, root.a["error.type"], root.a["lightfoot.response.chunks"]))

    def serve(self, path_):
        """What a WSGI server gets for its file wrapper or to iterate."""
        with open(os.devnull, "rb") as nothing:
            return WSGIHandler()({
                "REQUEST_METHOD": "GET", "PATH_INFO": path_, "SERVER_NAME": "x", "SERVER_PORT": "80", "wsgi.input": nothing,
                "wsgi.url_scheme": "http", "wsgi.errors": sys.stderr, "wsgi.file_wrapper": wsgiref.util.FileWrapper}, lambda status, headers: None)

    def test_that_the_reader_leaves_are_told_so(self):
        response = self.serve("/stream/")
        self.assertEqual(b"part 0\n", next(iter(response)))
        response.close()
        root = self.lines()[0][0]
        self.assertEqual((True, 1), (root.a["lightfoot.response.aborted"], root.a["lightfoot.response.chunks"]))

    def test_of_a_file_keep_the_servers_own_way_of_sending(self):
        response = self.serve("/file/")
        self.assertIsInstance(response, wsgiref.util.FileWrapper)
        size = len(b"".join(response))
        response.close()
        self.assertEqual(size, self.lines()[0][0].a["http.response.body.size"])


class AsyncRequests(AgentTest):
    def get(self, url):
        async def get():
            response = await AsyncClient(raise_request_exception=False).get(url)
            if response.streaming:
                parts = response.streaming_content
                return response, b"".join([part async for part in parts] if response.is_async else parts)
            return response, response.content

        self.response, self.body = asyncio.run(get())
        if self.response.streaming:
            self.response.close()
        recorded = self.lines()[0]
        self.check(recorded)
        return recorded

    def test_are_told_like_others(self):
        recorded = self.get("/async-view/")
        self.assertEqual(b"async", self.body)
        self.assertEqual("GET /async-view/", recorded[0].name)
        view = next(s for s in recorded if s.name == ME + ".async_view")
        self.assertEqual([view.id], [s.parent for s in self.of(recorded, "database", "SELECT")])
        self.assertEqual([view.id] * 3, [s.parent for s in self.of(recorded, "cache")])
        self.assertEqual(6, len([s for s in self.of(recorded, "middleware") if s.name.endswith(("Middleware", "plain_middleware"))]))

    def test_of_a_plain_view_are_told_like_others(self):
        recorded = self.get("/sql/")
        self.assertEqual(5, len([s for s in self.of(recorded, "database") if s.name != "connect"]))

    def test_that_fail_are_told_so(self):
        root = self.get("/async-fail/")[0]
        self.assertEqual((500, "ValueError"), (self.response.status_code, root.a["error.type"]))

    @unittest.skipIf(django.VERSION < (4, 2), "Django before 4.2 streams no asynchronous parts")
    def test_streamed_last_until_the_last_chunk(self):
        root = self.get("/async-stream/")[0]
        self.assertEqual((b"part 0\npart 1\npart 2\n", 3), (self.body, root.a["lightfoot.response.chunks"]))

    def test_at_the_same_time_do_not_mix(self):
        async def both():
            await asyncio.gather(*[AsyncClient().get("/async-view/") for _ in range(8)])

        asyncio.run(both())
        recorded = self.lines()
        self.assertEqual(8, len({r[0].trace for r in recorded}))
        for one in recorded:
            self.assertEqual((1, 3), (len(self.of(one, "database", "SELECT")), len(self.of(one, "cache"))))


class Delivery(AgentTest):
    def setUp(self):
        super().setUp()
        agent._complained.clear()

    def quiet(self):
        return self.assertLogs("lightfoot", "WARNING")

    def test_to_a_file_that_cannot_be_written_costs_no_request(self):
        for broken in (os.path.join(FOLDER, "no", "such", "folder", "x"), FOLDER, "/dev/full"):
            agent._complained.clear()
            with override_settings(LIGHTFOOT_FILE=broken), self.quiet() as log:
                self.assertEqual(200, self.client.get("/ok/").status_code)
            self.assertIn("LIGHTFOOT_FILE", log.output[0])
        self.assertGreaterEqual(self.spans("/ok/")[0].a["lightfoot.dropped_requests"], 3)

    def test_to_a_pipe_that_nobody_reads_does_not_wait(self):
        pipe = os.path.join(FOLDER, "pipe")
        os.mkfifo(pipe)
        with override_settings(LIGHTFOOT_FILE=pipe), self.quiet():
            self.assertEqual(200, self.client.get("/ok/").status_code)

    def test_to_a_new_file_makes_it_for_its_owner_only(self):
        path_ = os.path.join(FOLDER, "new.jsonl")
        with override_settings(LIGHTFOOT_FILE=path_):
            self.client.get("/ok/")
        self.assertEqual(0o600, os.stat(path_).st_mode & 0o777)

    def test_of_several_processes_and_threads_mixes_no_lines(self):
        children = []
        for _ in range(4):
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    threads = [threading.Thread(target=lambda: [Client().get("/loop/") for _ in range(10)]) for _ in range(2)]
                    [t.start() for t in threads]
                    [t.join() for t in threads]
                    status = 0
                finally:
                    os._exit(status)
            children.append(child)
        self.assertEqual([0] * 4, [os.waitpid(child, 0)[1] for child in children])
        recorded = self.lines()
        self.assertEqual((80, 80), (len(recorded), len({r[0].trace for r in recorded})))
        ids = [s.id for r in recorded for s in r]
        self.assertEqual(len(ids), len(set(ids)))

    def await_posts(self, server, count):
        end = time.monotonic() + 20
        while time.monotonic() < end:
            posts = [p for p in server.seen if p[3] == 200]
            traces = [b for p in posts for b in json.loads(p[2])["resourceSpans"]]
            if len(traces) >= count:
                return posts, traces
            threading.Event().wait(0.02)
        self.fail("only %r came" % (server.seen,))

    def test_to_a_receiver_is_otlp_json_and_whole(self):
        with elsewhere() as server, override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="http://127.0.0.1:%d" % server.server_port):
            for _ in range(20):
                self.client.get("/sql/")
            posts, traces = self.await_posts(server, 20)
            self.assertEqual({("/v1/traces", "application/json")}, {p[:2] for p in posts})
            self.assertEqual(20, len({t["scopeSpans"][0]["spans"][0]["traceId"] for t in traces}))

    def test_is_tried_again_where_the_receiver_is_busy(self):
        with elsewhere() as server, override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="127.0.0.1:%d" % server.server_port):
            server.statuses += [503, 429]
            self.client.get("/ok/")
            self.await_posts(server, 1)
            self.assertEqual([503, 429, 200], [p[3] for p in server.seen])

    def test_that_is_refused_for_good_is_counted(self):
        with elsewhere() as server, override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="http://127.0.0.1:%d/v1/traces" % server.server_port):
            server.statuses += [400]
            before = agent._dropped_so_far
            with self.quiet() as log:
                self.client.get("/ok/")
                end = time.monotonic() + 20
                while agent._dropped_so_far == before and time.monotonic() < end:
                    threading.Event().wait(0.02)
            self.assertIn("answered 400", log.output[0])

    def test_to_nobody_never_waits_and_drops_what_is_too_much(self):
        with override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="http://127.0.0.1:%d" % free_port()), mock.patch.object(
                agent, "MAX_WAITING", 5), self.quiet() as log:
            before = agent._dropped_so_far
            for _ in range(100):
                self.assertEqual(200, self.client.get("/ok/").status_code)
            self.assertGreater(agent._dropped_so_far, before)
        self.assertIn("requests of this process went unrecorded", log.output[0])

    def test_survives_a_fork(self):
        with elsewhere() as server, override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="http://127.0.0.1:%d/" % server.server_port):
            self.client.get("/ok/")
            self.await_posts(server, 1)
            child = os.fork()
            if child == 0:
                status = 1
                try:
                    Client().get("/ok/")
                    agent._sender(settings.LIGHTFOOT_ENDPOINT).close()
                    status = 0
                finally:
                    os._exit(status)
            self.assertEqual(0, os.waitpid(child, 0)[1])
            _, traces = self.await_posts(server, 2)
            pids = [value(a["value"]) for t in traces for a in t["resource"]["attributes"] if a["key"] == "process.pid"]
            self.assertEqual([os.getpid(), child], pids)

    def test_survives_a_fork_while_an_answer_is_read(self):
        with elsewhere() as server, override_settings(LIGHTFOOT_FILE=None, LIGHTFOOT_ENDPOINT="http://127.0.0.1:%d/" % server.server_port):
            server.may_end.clear()
            self.client.get("/ok/")
            sender = agent._sender(settings.LIGHTFOOT_ENDPOINT)
            end = time.monotonic() + 20
            while sys._current_frames()[sender.thread.ident].f_code.co_name != "readinto":
                self.assertLess(time.monotonic(), end, "no answer is being read")
                time.sleep(0.01)
            child = os.fork()
            if child == 0:
                Client().get("/ok/")
                os._exit(0)
            end = time.monotonic() + 10
            ended = (0, 0)
            while ended[0] == 0 and time.monotonic() < end:
                time.sleep(0.02)
                ended = os.waitpid(child, os.WNOHANG)
            if ended[0] == 0:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
            server.may_end.set()
            self.assertEqual((child, 0), ended)

    def test_of_any_text_is_valid_json(self):
        recorded = self.spans("/odd/")
        self.assertIn("\u00e9\U0001f600", json.dumps([s.raw for s in recorded], ensure_ascii=False))


class AnErrorInTheAgent(AgentTest):
    def check_survives(self, target, url="/sql/", status=200):
        agent._complained.clear()
        with mock.patch.object(agent, target, side_effect=RuntimeError("planted")), self.assertLogs("lightfoot", "WARNING"):
            self.assertEqual(status, self.client.get(url).status_code)
            self.assertIsNone(agent._current.get())

    def test_never_reaches_the_site(self):
        for target in ("Trace", "Span", "_begin", "_encode", "_describe_request", "_describe_response", "_add_headers", "_template", "_call_site",
                       "_append", "_total", "_name", "_watch_open_connections", "parse_traceparent", "_wait_for_close"):
            with self.subTest(target):
                self.check_survives(target)

    def test_never_reaches_a_cache_a_template_a_stream_or_an_outgoing_request(self):
        for target, url in (("_fingerprint", "/cached/"), ("_begin", "/page/"), ("_begin", "/unreachable/"),
                            ("_begin_exchange", "/unreachable/"), ("_Stream", "/stream/")):
            with self.subTest(target + url):
                self.check_survives(target, url)

    def test_leaves_no_span_open(self):
        self.assertIsNone(agent._current.get())


class Installed(unittest.TestCase):
    """In processes of their own, as the hooks are for the life of a process."""

    def run_site(self, middleware):
        script = """
import os, sys, logging
logging.basicConfig(stream=sys.stderr)
from django.conf import settings
import django
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("x"))]
settings.configure(SECRET_KEY="x", ROOT_URLCONF="__main__", ALLOWED_HOSTS=["*"], MIDDLEWARE=%r, LOGGING_CONFIG=None,
                   LIGHTFOOT_FILE="/dev/stdout")
django.setup()
from django.test import Client
assert Client().get("/").content == b"x"
assert Client().get("/").content == b"x"
""" % (middleware,)
        return subprocess.run([sys.executable, "-W", "ignore", "-c", script], cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(
            os.environ, PYTHONPATH=os.pathsep.join([HERE] + [p for p in sys.path if p])), timeout=60, universal_newlines=True, check=True)

    COMMON = "django.middleware.common.CommonMiddleware"

    def test_alone_it_records_the_request(self):
        done = self.run_site(["lightfoot_django.Middleware"])
        self.assertEqual(["GET /", "__main__.<lambda>"], [s.name for s in requests_in(done.stdout)[0]])
        self.assertEqual("", done.stderr)

    def test_in_the_wrong_place_it_says_so_and_still_records_the_request(self):
        done = self.run_site(["lightfoot_django.Middleware", self.COMMON])
        self.assertEqual(["GET /"], [s.name for s in requests_in(done.stdout)[0]])
        self.assertIn("is not the last line of MIDDLEWARE", done.stderr)

    def test_beside_no_contrib_app_it_works(self):
        done = self.run_site([self.COMMON, "lightfoot_django.Middleware"])
        self.assertEqual(["GET /", "CommonMiddleware", "__main__.<lambda>"], [s.name for s in requests_in(done.stdout)[0]])


def setUpModule():
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    for alias in ("default", "other"):
        call_command("migrate", verbosity=0, database=alias)


def tearDownModule():
    connections.close_all()
    shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    unittest.main()
