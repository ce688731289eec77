"""Lightfoot's round-trip log for Django: where each request's time goes, as OpenTelemetry spans.

One file, no dependencies, Python 3.7 and Django 3.2 or later. Copy it beside manage.py and add the last line of MIDDLEWARE:

    MIDDLEWARE = [..., "lightfoot_django.Middleware"]

Each request is written as one line of OTLP JSON to LIGHTFOOT_FILE, or else sent to LIGHTFOOT_ENDPOINT (by default
http://127.0.0.1:4318, where Lightfoot listens). Both are settings or environment variables; README.md beside this file has the rest.

How it works: the middleware is loaded first because it is last, and from then on Django's loader hands out middleware that is
wrapped in a span. The open span is kept in a context variable. A hook (SQL, cache, session, template, outgoing HTTP) makes a
child of it and does nothing where there is none. What goes wrong in here is logged to the logger "lightfoot" and never reaches
the site.
"""
import asyncio
import atexit
import collections
import contextlib
import contextvars
import functools
import hashlib
import http.client
import importlib
import itertools
import json
import logging
import os
import re
import socket
import sys
import threading
import time
from json.encoder import encode_basestring_ascii as _quote
from urllib.parse import urlsplit

import django
from django.conf import settings

__version__ = "0.1.0"
__all__ = ["Middleware"]

MAX_SPANS = 5000  # of one request; further ones are counted in lightfoot.dropped_spans
MAX_TEXT = 4096  # characters of one attribute
MAX_WAITING = 512  # requests waiting to be sent; further ones are dropped and counted
MAX_WAITING_BYTES = 16 << 20
QUICKLY = 20_000  # nanoseconds that three readings of clocks take at most, unless the thread had to wait
INTERNAL, SERVER, CLIENT = 1, 2, 3  # kinds of OTLP
_CALLS = ("database", "cache")  # layers whose spans say how long their own thread worked

_log = logging.getLogger("lightfoot")
_now = time.perf_counter_ns
_current = contextvars.ContextVar("lightfoot", default=None)
try:
    from asgiref.sync import iscoroutinefunction as _is_async
except ImportError:  # asgiref before 3.6
    _is_async = asyncio.iscoroutinefunction


def _setting(name, default=None):
    value = getattr(settings, name, None)
    return os.environ.get(name, default) if value is None else value


_complained = {}


def _complain(what):
    """Logs the exception being handled, each kind at most once a minute."""
    try:
        key = (what, sys.exc_info()[0])
        if time.monotonic() - _complained.get(key, -60.0) >= 60.0:
            _complained[key] = time.monotonic()
            _log.warning("lightfoot: %s failed; the request goes on unrecorded there", what, exc_info=True)
    except Exception:
        pass


# --- spans


def _zero():
    """What the wall clock said when the steady counter was 0. Read again where this thread had to wait between two readings, for
    that would put the whole trace off."""
    least, zero = None, 0
    for _ in range(5):
        before, wall, after = _now(), time.time_ns(), _now()
        if least is None or after - before < least:
            least, zero = after - before, wall - (before + after) // 2
        if least <= QUICKLY:
            break
    return zero


class Trace:
    """The spans of one request. Spans are told by one wall-clock reading and a steady counter, so no clock step distorts them."""

    __slots__ = ("id", "flags", "state", "recording", "spans", "dropped", "closed", "zero", "base", "numbers", "remote")

    def __init__(self, incoming, state):
        self.id, self.remote, self.flags = incoming or (os.urandom(16).hex(), None, 1)
        self.state = state[:512] if incoming and state else None
        self.recording = bool(self.flags & 1)
        self.spans = []
        self.dropped = 0
        self.closed = False
        self.zero = _zero()
        self.base = int.from_bytes(os.urandom(8), "big")
        self.numbers = itertools.count()

    def header(self, span):
        return "00-%s-%016x-%02x" % (self.id, span.id, self.flags & 1)


class Span:
    __slots__ = ("trace", "id", "parent", "name", "kind", "layer", "start", "end", "attributes", "events", "error", "key",
                 "children", "trip", "folded", "cpu")

    def __init__(self, trace, parent, name, layer, kind, attributes, key=None):
        self.trace = trace
        self.id = (trace.base + next(trace.numbers)) & 0xFFFFFFFFFFFFFFFF or 1
        self.parent = parent
        self.name = name
        self.kind = kind
        self.layer = layer
        self.attributes = attributes
        self.events = None
        self.error = None
        self.key = key
        self.children = 0
        self.trip = None  # the last round trip below a cache call
        self.folded = False
        self.end = None
        self.cpu = None  # what its thread had worked when it began; None where that would say nothing
        self.start = _now()

    def fail(self, error):
        kind = type(error)
        self.error = kind.__name__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)

    def event(self, name, attributes=None):
        self.events = (self.events or []) + [(name, _now(), attributes or {})]


def _begin(parent, name, layer, kind, attributes, key=None, detached=False):
    """A child of parent, made the current span unless detached; None where it is not to be recorded."""
    trace = parent.trace
    if trace.closed or (key is not None and parent.key == key):
        return None
    if len(trace.spans) >= MAX_SPANS:
        trace.dropped += 1
        return None
    span = Span(trace, parent, name, layer, kind, attributes, key)
    parent.children += 1
    trace.spans.append(span)
    if not detached:
        _current.set(span)
        if layer in _CALLS and not _shares_threads():
            span.cpu = time.thread_time_ns()
    return span


def _shares_threads():
    """Whether one thread works for several requests in turn, so that its time is not one call's."""
    monkey = sys.modules.get("gevent.monkey")
    patched = sys.modules.get("eventlet.patcher")
    return bool(monkey and monkey.is_module_patched("threading") or patched and patched.is_monkey_patched("thread"))


def _end(span, error=None, after=None, args=(), kwargs=None, result=None):
    """Ends span, makes its parent current again; after(span, args, kwargs, result) adds what is known now. Never raises."""
    worked = None if span.cpu is None else time.thread_time_ns() - span.cpu
    span.end = _now()
    _current.set(span.parent)
    try:
        if error is not None:
            span.fail(error)
        elif after is not None:
            after(span, args, kwargs, result)
        if worked is not None:
            span.attributes["lightfoot.cpu.nanos"] = worked  # after what a folded trip says of itself
    except Exception:
        _complain("the end of a span")


def _start(before, args, kwargs):
    """The span that before(parent, args, kwargs) begins; None where nothing is recorded. Never raises."""
    parent = _current.get()
    if parent is None or not parent.trace.recording:
        return None
    try:
        return before(parent, args, kwargs)
    except Exception:
        _complain("the start of a span")
        _current.set(parent)
        return None


def _recorded(original, before, after=None):
    """original, a function or coroutine function, inside the span that before(parent, args, kwargs) begins."""
    if _is_async(original):

        @functools.wraps(original)
        async def recorded(*args, **kwargs):
            span = _start(before, args, kwargs)
            if span is None:
                return await original(*args, **kwargs)
            span.cpu = None  # others use this thread while it waits
            try:
                result = await original(*args, **kwargs)
            except BaseException as error:
                _end(span, error)
                raise
            _end(span, None, after, args, kwargs, result)
            return result

    else:

        @functools.wraps(original)
        def recorded(*args, **kwargs):
            span = _start(before, args, kwargs)
            if span is None:
                return original(*args, **kwargs)
            try:
                result = original(*args, **kwargs)
            except BaseException as error:
                _end(span, error)
                raise
            _end(span, None, after, args, kwargs, result)
            return result

    recorded._lightfoot = True
    return recorded


def _hook(owner, name, before, after=None):
    """Replaces owner.name by its recorded self; once only, and not at all where there is none."""
    original = getattr(owner, name, None)
    if original is not None and not getattr(owner.__dict__.get(name), "_lightfoot", False):
        setattr(owner, name, _recorded(original, before, after))


# --- W3C trace context

_TRACEPARENT = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?\Z", re.ASCII | re.DOTALL)


def parse_traceparent(text):
    """(trace id, parent id, flags) of a traceparent header; None where the specification wants a new trace."""
    found = _TRACEPARENT.match(text.strip(" \t")) if text else None
    if found is None:
        return None
    version, trace, parent, flags, rest = found.groups()
    if version == "ff" or (version == "00" and rest) or trace == "0" * 32 or parent == "0" * 16:
        return None
    return trace, parent, int(flags, 16)


def _hide_values(query):
    """The query with its names only; whole where the setting LIGHTFOOT_QUERY_VALUES says so."""
    if not query or _setting("LIGHTFOOT_QUERY_VALUES"):
        return query
    return "&".join(p.partition("=")[0] + "=REDACTED" if "=" in p else "REDACTED" if p else "" for p in query.split("&"))


# --- the request

_METHODS = frozenset(["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"])


def _open(request):
    """The server span of request, which is marked with it; None where the agent itself failed."""
    try:
        request._lightfoot = False
        _install()
        _hook_libraries()
        meta = request.META
        trace = Trace(parse_traceparent(meta.get("HTTP_TRACEPARENT")), meta.get("HTTP_TRACESTATE"))
        server = Span(trace, None, request.method, "app", SERVER, {})
        if trace.recording:
            trace.spans.append(server)
            _describe_request(server.attributes, request, meta)
            _watch_open_connections()
        request._lightfoot = server
        return server
    except Exception:
        _complain("the start of a request")
        return None


def _describe_request(attributes, request, meta):
    method = request.method
    attributes["http.request.method"] = method if method in _METHODS else "_OTHER"
    attributes["url.scheme"] = request.scheme
    attributes["url.path"] = request.path
    if meta.get("QUERY_STRING"):
        attributes["url.query"] = _hide_values(meta["QUERY_STRING"])
    host = meta.get("HTTP_HOST") or meta.get("SERVER_NAME", "")
    name, _, port = host.rpartition(":")
    if name and port.isdigit():
        host, attributes["server.port"] = name, int(port)
    attributes["server.address"] = host
    protocol = meta.get("SERVER_PROTOCOL", "")
    if protocol.startswith("HTTP/"):
        attributes["network.protocol.version"] = protocol[5:]
    for header in ("x-request-id", "x-request-start"):
        value = meta.get("HTTP_" + header.upper().replace("-", "_"))
        if value:
            attributes["http.request.header." + header] = value


def _serve(request, call):
    server = _open(request)
    if server is None:
        return call(request)
    outside = _current.get()
    _current.set(server)
    try:
        response = call(request)
    except BaseException as error:
        _current.set(outside)
        _abandon(server, request, error)
        raise
    _current.set(outside)
    return _answer(server, request, response)


async def _serve_async(request, call):
    server = _open(request)
    if server is None:
        return await call(request)
    outside = _current.get()
    _current.set(server)
    try:
        response = await call(request)
    except BaseException as error:
        _current.set(outside)
        _abandon(server, request, error)
        raise
    _current.set(outside)
    return _answer(server, request, response)


def _abandon(server, request, error):
    try:
        server.end = _now()
        server.fail(error)
        _name(server, request)
        _deliver(server)
    except Exception:
        _complain("the end of a request")


def _answer(server, request, response):
    """Notes what the response tells, adds the headers and arranges for the span's end. Never raises."""
    try:
        server.end = _now()
        trace = server.trace
        if trace.recording:
            _name(server, request)
            _describe_response(server, request, response)
        _add_headers(server, response)
        if trace.recording:
            _wait_for_close(server, response)
    except Exception:
        _complain("the end of a request")
    return response


def _name(server, request):
    route = getattr(getattr(request, "resolver_match", None), "route", None)
    if route is not None:
        server.attributes["http.route"] = "/" + route
        server.name = "%s /%s" % (server.attributes.get("http.request.method", request.method), route)


def _describe_response(server, request, response):
    attributes = server.attributes
    status = attributes["http.response.status_code"] = response.status_code
    if status >= 500:
        server.error = server.error or str(status)
    if request.method == "HEAD" or status in (204, 304):
        return
    if response.has_header("Content-Length"):
        attributes["http.response.body.size"] = int(response["Content-Length"])
    elif not response.streaming:
        attributes["http.response.body.size"] = len(response.content)


def _add_headers(server, response):
    trace, mark = server.trace, server.trace.header(server)
    response["traceresponse"] = mark
    if _setting("LIGHTFOOT_SERVER_TIMING", True) in (False, "0", "false", "off"):
        return
    # what others said; kept, as a view may answer with the same object again and again
    others = response.__dict__.setdefault("_lightfoot_others", response["Server-Timing"] if response.has_header("Server-Timing") else None)
    parts = [others] if others else []
    parts.append("app;dur=%.3f" % ((server.end - server.start) / 1e6))
    if trace.recording:
        for layer, label, one, many in (("database", "db", "query", "queries"), ("cache", "cache", "call", "calls")):
            count, spent = _total(trace.spans, layer)
            parts.append('%s;dur=%.3f;desc="%d %s"' % (label, spent / 1e6, count, one if count == 1 else many))
    parts.append("trace;desc=" + mark)
    response["Server-Timing"] = ", ".join(parts)


def _total(spans, layer):
    """How many calls of that layer and their time; opening a connection is time but no call."""
    count = spent = 0
    for span in spans:
        if span.layer == layer and span.end is not None and (span.parent is None or span.parent.layer != layer):
            count += span.name != "connect"
            spent += span.end - span.start
    return count, spent


def _wait_for_close(server, response):
    """The span ends with the last chunk of a streamed response, and is delivered when the server closes the response."""
    if response.streaming and getattr(response, "file_to_stream", None) is None:
        server.end = None
        stream = _Stream(server)
        if getattr(response, "is_async", False):
            response.streaming_content = _stream_async(stream, response.streaming_content)
        else:
            response.streaming_content = _SyncStream(stream, response.streaming_content)
    close = response.close

    def closed():
        response.__dict__.pop("close", None)  # or the response would hold itself in memory
        try:
            close()
        finally:
            try:
                if server.end is None:
                    stream.finish(None, aborted=True)
                _deliver(server)
            except Exception:
                _complain("the end of a request")

    response.close = closed


class _Stream:
    """Notes the chunks of a streamed response in a span of its own, so that what a chunk costs lies below it."""

    def __init__(self, server):
        self.server = server
        self.chunks = self.bytes = 0
        self.outside = None
        self.span = _begin(server, "stream", "app", INTERNAL, {}, detached=True)

    def enter(self):
        self.outside = _current.get()
        _current.set(self.span or self.server)

    def leave(self, chunk):
        _current.set(self.outside)
        try:
            self.chunks += 1
            self.bytes += len(chunk)
            if self.chunks == 1:
                self.server.event("lightfoot.first_chunk")
        except Exception:
            _complain("a chunk")

    def finish(self, error, aborted=False):
        """Ends the spans; also called for a response that was closed before its last chunk."""
        if self.server.end is not None:
            return
        for span in filter(None, (self.span, self.server)):
            span.end = _now()
            if error is not None:
                span.fail(error)
        attributes = self.server.attributes
        attributes["lightfoot.response.chunks"] = self.chunks
        attributes["http.response.body.size"] = self.bytes
        if aborted:
            attributes["lightfoot.response.aborted"] = True


class _SyncStream:
    def __init__(self, stream, content):
        self.stream = stream
        self.content = iter(content)

    def __iter__(self):
        return self

    def __next__(self):
        stream = self.stream
        stream.enter()
        try:
            chunk = next(self.content)
        except BaseException as error:
            _current.set(stream.outside)
            stream.finish(None if isinstance(error, StopIteration) else error)
            raise
        stream.leave(chunk)
        return chunk


async def _stream_async(stream, content):
    chunks = content.__aiter__()
    while True:
        stream.enter()
        try:
            chunk = await chunks.__anext__()
        except BaseException as error:
            _current.set(stream.outside)
            ended = isinstance(error, StopAsyncIteration)
            stream.finish(None if ended else error, aborted=isinstance(error, asyncio.CancelledError))
            if ended:
                return
            _deliver(stream.server)  # a cancelled response is not always closed
            raise
        stream.leave(chunk)
        try:
            yield chunk
        except GeneratorExit:
            stream.finish(None, aborted=True)
            _deliver(stream.server)
            raise


# --- middleware and view

_boundaries = set()  # code of the functions below: the search for a call site ends there


def _traced(instance, begin):
    """instance, a middleware or the view's handler, inside the span that begin(parent, request) makes."""
    if _is_async(instance):

        async def call(request):
            if getattr(request, "_lightfoot", None) is None:
                return await _serve_async(request, call)
            span = _start(begin, (request,), {})
            if span is None:
                return await instance(request)
            try:
                response = await instance(request)
            except BaseException as error:
                _end(span, error)
                raise
            _end(span, None, _note_view, (request,), None, response)
            return response

    else:

        def call(request):
            if getattr(request, "_lightfoot", None) is None:
                return _serve(request, call)
            span = _start(begin, (request,), {})
            if span is None:
                return instance(request)
            try:
                response = instance(request)
            except BaseException as error:
                _end(span, error)
                raise
            _end(span, None, _note_view, (request,), None, response)
            return response

    _boundaries.add(call.__code__)
    return call


def _note_view(span, args, kwargs, response):
    """Names the span of the view after what was called, which is known only afterwards."""
    if span.layer != "app":
        return
    match = getattr(args[0], "resolver_match", None)
    function = getattr(match, "func", None)
    if function is None:
        return
    function = getattr(function, "view_class", None) or getattr(function, "cls", None) or function
    span.name = span.attributes["code.function.name"] = "%s.%s" % (
        function.__module__, getattr(function, "__qualname__", type(function).__name__))
    code = getattr(function, "__code__", None)
    if code is not None:
        span.attributes["code.file.path"] = code.co_filename
        span.attributes["code.line.number"] = code.co_firstlineno


def _middleware_span(path, part=""):
    name = path.rpartition(".")[2] + part
    attributes = {"code.function.name": path + part}

    def before(parent, args, kwargs):
        return _begin(parent, name, "middleware", INTERNAL, attributes)

    return before


def _no_span(parent, args, kwargs):
    return None


def _view_span(parent, args, kwargs):
    return _begin(parent, "view", "app", INTERNAL, {})


def _wrap_middleware(path, factory):
    def traced_factory(get_response):
        instance = factory(get_response)
        if instance is None:
            return None
        try:
            call = _traced(instance, _middleware_span(path))
            for part in ("process_view", "process_template_response", "process_exception"):
                if hasattr(instance, part):
                    setattr(call, part, _recorded(getattr(instance, part), _middleware_span(path, "." + part)))
            return call
        except Exception:
            _complain("the wrapping of " + path)
            return instance

    traced_factory.sync_capable = getattr(factory, "sync_capable", True)
    traced_factory.async_capable = getattr(factory, "async_capable", False)
    return traced_factory


def Middleware(get_response):
    """The line in MIDDLEWARE. As the last one it sees all others being loaded; elsewhere those below it stay unrecorded."""
    try:
        loaded_before = _install()
        path = __name__ + ".Middleware"
        last = bool(settings.MIDDLEWARE) and settings.MIDDLEWARE[-1] == path
        if not last and loaded_before:
            _log.warning("lightfoot: %s is not the last line of MIDDLEWARE: the middleware below it is not recorded one by one", path)
        return _traced(get_response, _view_span if last else _no_span)
    except Exception:
        _complain("the installation")
        return get_response


Middleware.sync_capable = True
Middleware.async_capable = True


# --- installation

_installed = False


def _install():
    """Puts the hooks in place; true where that is done now, false where it was done before."""
    global _installed
    if _installed:
        return False
    _installed = True
    for part in (_hook_loader, _hook_databases, _hook_caches, _hook_sessions, _hook_auth, _hook_sites, _hook_templates, _hook_http):
        try:
            part()
        except Exception:
            _complain(part.__name__.strip("_").replace("_", " "))
    return True


def _hook_loader():
    from django.core.handlers import base
    from django.core.signals import got_request_exception

    original = base.import_string

    def import_traced(path):
        factory = original(path)
        if factory is Middleware or path not in settings.MIDDLEWARE:
            return factory
        return _wrap_middleware(path, factory)

    base.import_string = import_traced
    got_request_exception.connect(_note_exception, weak=False, dispatch_uid="lightfoot")


def _note_exception(sender, request=None, **kwargs):
    """An exception that Django turned into an answer; its message may hold data of people and is not kept."""
    try:
        server, error = getattr(request, "_lightfoot", None), sys.exc_info()[1]
        if server and error is not None and server.trace.recording:
            server.fail(error)
            attributes = {"exception.type": server.error}
            traceback = error.__traceback__
            while traceback is not None and traceback.tb_next is not None:
                traceback = traceback.tb_next
            if traceback is not None:
                attributes["code.file.path"] = traceback.tb_frame.f_code.co_filename
                attributes["code.line.number"] = traceback.tb_lineno
            server.event("exception", attributes)
    except Exception:
        _complain("an exception's note")


# --- where a call was made

_DJANGO = os.path.dirname(os.path.abspath(django.__file__)) + os.sep
_STDLIB = os.path.dirname(os.path.abspath(os.__file__)) + os.sep
_origins = {}  # file -> 0 Django or this file, 1 another installed package, 2 the site's own


def _origin(file):
    rank = _origins.get(file)
    if rank is None:
        if file == _origin.__code__.co_filename or file.startswith((_DJANGO, "<")) or os.sep + "asgiref" + os.sep in file:
            rank = 0
        elif "site-packages" in file or "dist-packages" in file or file.startswith(_STDLIB):
            rank = 1
        else:
            rank = 2
        _origins[file] = rank
    return rank


def _call_site(attributes):
    """The nearest frame of the site's own code, else the nearest outside Django, within the current middleware or view."""
    frame, fallback = sys._getframe(2), None
    for _ in range(150):
        if frame is None or frame.f_code in _boundaries:
            break
        rank = _origin(frame.f_code.co_filename)
        if rank == 2:
            fallback = frame
            break
        if rank == 1 and fallback is None and not _is_driver(frame):
            fallback = frame
        frame = frame.f_back
    if fallback is not None:
        code = fallback.f_code
        attributes["code.file.path"] = code.co_filename
        attributes["code.line.number"] = fallback.f_lineno
        attributes["code.function.name"] = "%s.%s" % (
            fallback.f_globals.get("__name__", "?"), getattr(code, "co_qualname", code.co_name))


def _is_driver(frame):
    name = frame.f_globals.get("__name__", "")
    return name.partition(".")[0] in _DRIVERS or name.startswith(("threading", "concurrent.", "contextlib", "asyncio", "functools"))


_DRIVERS = frozenset(["redis", "django_redis", "pymemcache", "pylibmc", "memcache", "psycopg2", "psycopg", "sqlite3", "MySQLdb",
                      "http", "urllib", "urllib3", "requests", "valkey", "django_valkey", "gunicorn", "uvicorn"])


# --- SQL

_SYSTEMS = {"postgresql": "postgresql", "mysql": "mysql", "sqlite": "sqlite", "oracle": "oracle.db", "microsoft": "microsoft.sql_server"}
_PORTS = {"postgresql": 5432, "mysql": 3306, "oracle": 1521, "microsoft": 1433}
_COMMENT = r"/\*.*?(?:\*/|\Z)|--[^\n]*"
_ESCAPED = r"'(?:[^'\\]|''|\\.)*(?:'|\Z)"
_NUMBER = r"""(?<![\w.$"`%:@])(?:0[xX][\da-fA-F]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)\b"""
_DOLLAR = r"\$([A-Za-z_]\w*|)\$.*?(?:\$\1\$|\Z)"
# groups 2 and 3 are quoted names and stay; a literal that is cut at its end is one all the same
_STANDARD = re.compile(
    "|".join([_COMMENT, _DOLLAR, r"(?<!\w)[eE]" + _ESCAPED, r"(?:(?<!\w)(?:[nNxXbB]|[uU]&))?'(?:[^']|'')*(?:'|\Z)", _NUMBER,
              r'("(?:[^"]|"")*")', "(`[^`]*`)"]), re.DOTALL)
_MYSQL = re.compile(
    "|".join([_COMMENT, _DOLLAR, _ESCAPED, r'"(?:[^"\\]|""|\\.)*(?:"|\Z)()', _NUMBER, "(`[^`]*`)"]), re.DOTALL)
_TABLE = re.compile(
    r'\b(?:FROM|INTO|UPDATE|JOIN|TABLE)\s+(?:ONLY\s+|IF\s+(?:NOT\s+)?EXISTS\s+)?((?:[`"\[]?[\w$]+[`"\]]?\.)?[`"\[]?[\w$]+[`"\]]?)', re.IGNORECASE)
_SALT = os.urandom(16)


def _without(match):
    text = match.group(0)
    if text[0] in "/-":
        return " "
    return text if match.group(2) or match.group(3) else "?"


@functools.lru_cache(maxsize=1024)
def _template(sql, vendor):
    """(text without literals and comments, operation, table or None, span's name) of a statement."""
    text = (_MYSQL if vendor == "mysql" else _STANDARD).sub(_without, sql[: 4 * MAX_TEXT]).strip()
    if len(text) > MAX_TEXT or len(sql) > 4 * MAX_TEXT:
        text = text[:MAX_TEXT] + "..."
    words = text.lstrip("( \n\t").split(None, 1)
    operation = words[0].rstrip(";").upper() if words else "?"
    found = _TABLE.search(text)
    table = found.group(1).translate({34: None, 96: None, 91: None, 93: None}) if found else None
    return text, operation, table, "%s %s" % (operation, table) if table else operation


def _hash(value):
    try:
        return hash(value)
    except TypeError:
        if isinstance(value, dict):
            value = [part for item in value.items() for part in item]
        return hash(tuple([_hash(part) for part in value[:1000]])) if isinstance(value, list) else 0


def _fingerprint(value):
    """Tells equal from different parameters or keys without telling what they are: the key of the hash is never stored."""
    return hashlib.blake2b(_hash(value).to_bytes(8, "big", signed=True), digest_size=6, key=_SALT).hexdigest()


def _peer(connection):
    """The attributes that tell which database a connection leads to; a copy."""
    stored = connection.settings_dict
    key = (stored.get("NAME"), stored.get("HOST"), stored.get("PORT"))
    known = connection.__dict__.get("_lightfoot_peer")
    if known is None or known[0] != key:
        attributes = {"db.system.name": _SYSTEMS.get(connection.vendor, connection.vendor)}
        if key[0]:
            attributes["db.namespace"] = str(key[0])
        host = str(key[1] or "")
        if host:
            attributes["server.address"] = host
            port = str(key[2] or _PORTS.get(connection.vendor, ""))
            if port.isdigit() and not host.startswith("/"):
                attributes["server.port"] = int(port)
        if connection.alias != "default":
            attributes["lightfoot.alias"] = connection.alias
        known = connection.__dict__["_lightfoot_peer"] = (key, attributes)
    return dict(known[1])


def _begin_statement(parent, args, kwargs):
    sql, params, many, connection = args
    attributes = _peer(connection)
    if not isinstance(sql, str):
        sql = sql.as_string(connection.connection) if hasattr(sql, "as_string") else str(sql)
    template = _template if len(sql) <= 2 * MAX_TEXT else _template.__wrapped__  # the cache keeps no giants
    text, operation, table, name = template(sql, connection.vendor)
    attributes["db.query.text"] = text
    attributes["db.operation.name"] = operation
    if table:
        attributes["db.collection.name"] = table
    if many:
        if hasattr(params, "__len__"):
            # psycopg2 sends one after the other and waits for each answer
            one_by_one = getattr(getattr(connection, "Database", None), "__name__", "") == "psycopg2"
            attributes["composite.count" if one_by_one else "db.operation.batch.size"] = len(params)
    elif params:
        attributes["lightfoot.parameters.hash"] = _fingerprint(params if isinstance(params, dict) else list(params))
    _call_site(attributes)
    return _begin(parent, name, "database", CLIENT, attributes)


def _end_statement(span, args, kwargs, result):
    cursor = args[0]
    rows = getattr(cursor, "rowcount", -1)
    if isinstance(rows, int) and rows >= 0:
        span.attributes["db.response.returned_rows" if cursor.description else "lightfoot.db.affected_rows"] = rows


def _statement(execute, sql, params, many, context):
    """The execute wrapper of a connection."""
    span = _start(_begin_statement, (sql, params, many, context["connection"]), {})
    if span is None:
        return execute(sql, params, many, context)
    try:
        result = execute(sql, params, many, context)
    except BaseException as error:
        _end(span, error)
        raise
    _end(span, None, _end_statement, (context["cursor"],))
    return result


def _watch(connection):
    if _statement not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, _statement)  # not at the end, where a wrapper that comes and goes takes the last one away


def _watch_open_connections():
    """Connections that were open before the hooks were in place."""
    from django.db import connections

    opened = getattr(connections, "_connections", None)
    for alias in connections:
        connection = getattr(opened, alias, None)
        if connection is not None:
            _watch(connection)


def _hook_databases():
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.signals import connection_created

    def opened(sender, connection=None, **kwargs):
        try:
            _watch(connection)
        except Exception:
            _complain("the watch on a connection")

    connection_created.connect(opened, weak=False, dispatch_uid="lightfoot")

    def pure_trip(name):
        def before(parent, args, kwargs):
            connection = args[0]
            if name != "connect" and connection.connection is None:
                return None
            attributes = _peer(connection)
            attributes["db.operation.name"] = name
            _call_site(attributes)
            return _begin(parent, name, "database", CLIENT, attributes)

        return before

    for method, name in (("connect", "connect"), ("_commit", "COMMIT"), ("_rollback", "ROLLBACK")):
        _hook(BaseDatabaseWrapper, method, pure_trip(name))


# --- caches

_ONE_KEY = ("get", "add", "set", "touch", "delete", "has_key", "incr", "decr", "get_or_set", "incr_version", "decr_version", "ttl",
            "expire", "persist")
_MANY_KEYS = ("get_many", "set_many", "delete_many")
_NO_KEY = ("clear", "keys", "delete_pattern")


def _hook_caches():
    from django.core.cache import CacheHandler, caches
    from django.utils.module_loading import import_string

    for alias in settings.CACHES:
        path = settings.CACHES[alias]["BACKEND"]
        with contextlib.suppress(ImportError):  # Django says so itself when the cache is used
            backend = import_string(path)
            _hook_backend(backend)
            # the client that the cache would import on its first call, in the middle of a request
            for word, client in (("pymemcache", "pymemcache.client.base"), ("valkey", "valkey.client"), ("redis", "redis.client")):
                if word in path.lower():
                    importlib.import_module(client)
                    break
    create = CacheHandler.create_connection

    def create_hooked(self, alias):
        cache = create(self, alias)
        try:
            _hook_backend(type(cache))
            cache._lightfoot_alias = alias
        except Exception:
            _complain("the hooks of a cache")
        return cache

    CacheHandler.create_connection = create_hooked
    for alias in caches:
        cache = getattr(caches._connections, alias, None)
        if cache is not None:
            cache._lightfoot_alias = alias


def _hook_backend(backend):
    from django.core.cache.backends.base import BaseCache

    for names, keys in ((_ONE_KEY, "one"), (_MANY_KEYS, "many"), (_NO_KEY, "none")):
        for name in names:
            for method in (name, "a" + name):
                own = getattr(backend, method, None)
                if method != name and own is getattr(BaseCache, method, None):
                    continue  # Django's own async methods call the others
                if own is not None and not getattr(backend.__dict__.get(method), "_lightfoot", False):
                    call = _recorded(own, _cache_before(backend, name, keys), _cache_after(name))
                    setattr(backend, method, _counted(call) if keys == "many" else call)


def _counted(call):
    """call with its keys in a list where they come from a generator."""

    @functools.wraps(call)
    def counted(self, keys, *args, **kwargs):
        return call(self, keys if hasattr(keys, "__len__") else list(keys), *args, **kwargs)

    return counted


def _cache_system(backend):
    names = " ".join("%s.%s" % (c.__module__, c.__qualname__) for c in backend.__mro__).lower()
    return "redis" if "redis" in names or "valkey" in names else "memcached" if "memcache" in names else None


def _cache_before(backend, name, keys):
    path = "%s.%s" % (backend.__module__, backend.__qualname__)
    system = _cache_system(backend)
    # redis-py and pymemcache show each round trip; the call itself is taken for one where its client shows none
    silent = system == "memcached" and ("pylibmc" in path.lower() or path.endswith(".MemcachedCache"))

    def before(parent, args, kwargs):
        attributes = {"db.operation.name": name, "lightfoot.cache.backend": path}
        if system:
            attributes["db.system.name"] = system
        alias = getattr(args[0], "_lightfoot_alias", None)
        if alias:
            attributes["lightfoot.alias"] = alias
        given = args[1] if len(args) > 1 else kwargs.get("key", kwargs.get("keys", kwargs.get("data")))
        if keys == "one":
            attributes["lightfoot.cache.keys"] = 1
            attributes["lightfoot.cache.key.hash"] = _fingerprint(given)
        elif keys == "many" and hasattr(given, "__len__"):
            attributes["lightfoot.cache.keys"] = len(given)
        _call_site(attributes)
        return _begin(parent, "cache " + name, "cache", CLIENT if silent else INTERNAL, attributes, key=(id(args[0]), name))

    return before


def _cache_after(name):
    def after(span, args, kwargs, result):
        attributes = span.attributes
        if name == "get":
            # a stored value that is the very default counts as a miss: the backend does not tell them apart
            hit = result is not (args[2] if len(args) > 2 else kwargs.get("default"))
            attributes["lightfoot.cache.hits"], attributes["lightfoot.cache.misses"] = int(hit), int(not hit)
        elif name == "get_many" and hasattr(result, "__len__"):
            attributes["lightfoot.cache.hits"] = len(result)
            if "lightfoot.cache.keys" in attributes:
                attributes["lightfoot.cache.misses"] = max(0, attributes["lightfoot.cache.keys"] - len(result))
        _fold(span)

    return after


def _fold(span):
    """A call with exactly one round trip is that round trip: one span instead of two."""
    trip = span.trip
    if trip is None or span.children != 1 or trip.end is None:
        return
    trip.folded = True
    span.kind = CLIENT
    for key, value in trip.attributes.items():
        span.attributes[key] = value
    span.error = span.error or trip.error


def _trip(parent, name, attributes):
    span = _begin(parent, name, "cache", CLIENT, attributes)
    if span is not None and parent.layer == "cache":
        parent.trip = span
    elif span is not None:
        _call_site(attributes)
    return span


def _redis_peer(pool):
    """The attributes that tell which server a pool of connections leads to; a copy."""
    known = getattr(pool, "_lightfoot_peer", None)
    if known is None:
        known = _describe_redis(getattr(pool, "connection_kwargs", {}))
        if pool is not None:
            pool._lightfoot_peer = known
    return dict(known)


def _describe_redis(known):
    attributes = {"db.system.name": "redis", "db.namespace": str(known.get("db") or 0)}
    if known.get("path"):
        attributes["server.address"] = str(known["path"])
    elif known.get("host"):
        attributes["server.address"] = str(known["host"])
        attributes["server.port"] = int(known.get("port") or 6379)
    return attributes


def _text(word):
    return (word.decode("ascii", "replace") if isinstance(word, bytes) else str(word))[:40]


def _redis_command(parent, args, kwargs):
    attributes = _redis_peer(getattr(args[0], "connection_pool", None))
    name = attributes["db.operation.name"] = _text(args[1]).upper() if len(args) > 1 else "?"
    if name in ("MGET", "DEL", "UNLINK", "EXISTS", "TOUCH"):
        attributes["lightfoot.cache.keys"] = len(args) - 2
    return _trip(parent, name, attributes)


def _redis_pipeline(parent, args, kwargs):
    size = len(args[0].command_stack)
    if size == 0:
        return None
    attributes = _redis_peer(args[0].connection_pool)
    attributes["db.operation.name"] = "PIPELINE"
    attributes["db.operation.batch.size"] = size
    return _trip(parent, "PIPELINE", attributes)


def _redis_connect(parent, args, kwargs):
    connection = args[0]
    if getattr(connection, "_sock", None) is not None or getattr(connection, "_writer", None) is not None:
        return None
    attributes = {"db.system.name": "redis", "db.operation.name": "connect"}
    for name, key in (("host", "server.address"), ("path", "server.address"), ("port", "server.port")):
        if getattr(connection, name, None):
            attributes[key] = getattr(connection, name)
    return _begin(parent, "connect", "cache", CLIENT, attributes)


def _hook_redis(module):
    if not all(hasattr(module, name) for name in ("Redis", "Pipeline")):
        return False  # still being imported
    _hook(module.Redis, "execute_command", _redis_command)
    _hook(module.Pipeline, "execute", _redis_pipeline)
    _hook(module.Pipeline, "immediate_execute_command", _redis_command)
    connections = sys.modules.get(module.__name__.replace(".client", ".connection"))
    for name in ("AbstractConnection", "Connection"):
        if hasattr(connections, name):
            _hook(getattr(connections, name), "connect", _redis_connect)
            break
    return True


def _hook_pymemcache(module):
    if not hasattr(module, "PooledClient"):
        return False  # the last class of the module: still being imported

    def peer(client):
        server = client.server
        if isinstance(server, tuple):
            return {"db.system.name": "memcached", "server.address": str(server[0]), "server.port": int(server[1])}
        return {"db.system.name": "memcached", "server.address": str(server)}

    def command(position):
        def before(parent, args, kwargs):
            attributes = peer(args[0])
            name = attributes["db.operation.name"] = _text(args[position])
            many = args[2 if position == 1 else 1]
            if hasattr(many, "__len__") and len(many) > 1:
                attributes["lightfoot.cache.keys"] = len(many)
            return _trip(parent, name, attributes)

        return before

    def connect(parent, args, kwargs):
        attributes = peer(args[0])
        attributes["db.operation.name"] = "connect"
        return _begin(parent, "connect", "cache", CLIENT, attributes)

    for method, position in (("_fetch_cmd", 1), ("_store_cmd", 1), ("_misc_cmd", 2)):
        _hook(module.Client, method, command(position))
    _hook(module.Client, "_connect", connect)
    return True


def _hook_jinja(module):
    if not hasattr(module, "Template"):
        return False
    _hook(module.Template, "render", _begin_render)
    return True


_awaited = {
    "redis.client": _hook_redis, "redis.asyncio.client": _hook_redis, "valkey.client": _hook_redis,
    "valkey.asyncio.client": _hook_redis, "pymemcache.client.base": _hook_pymemcache, "django.template.backends.jinja2": _hook_jinja,
}


def _hook_libraries():
    """Libraries are hooked once somebody has imported them; none is imported here."""
    for name in list(_awaited):
        module = sys.modules.get(name)
        if module is not None and _awaited[name](module):
            _awaited.pop(name, None)


# --- sessions, users, sites, templates


def _plain(name, layer, attributes=None, key=None):
    def before(parent, args, kwargs):
        return _begin(parent, name, layer, INTERNAL, dict(attributes or {}), key=key)

    return before


def _hook_sessions():
    from django.contrib.sessions.backends.base import SessionBase

    if "django.contrib.sessions" not in settings.INSTALLED_APPS and not any("SessionMiddleware" in m for m in settings.MIDDLEWARE):
        return
    store = importlib.import_module(settings.SESSION_ENGINE).SessionStore
    about = {"lightfoot.session.engine": settings.SESSION_ENGINE}
    for name in ("load", "save", "delete", "exists"):
        span = _plain("session " + name, "middleware", about, key=("session", name))
        _hook(store, name, span)
        own = getattr(store, "a" + name, None)
        if own is not None and own is not getattr(SessionBase, "a" + name, None):
            _hook(store, "a" + name, span)


def _hook_auth():
    from django.apps import apps

    if not apps.is_installed("django.contrib.auth"):
        return
    from django.contrib import auth

    def known(span, args, kwargs, user):
        span.attributes["lightfoot.user.authenticated"] = bool(user.is_authenticated)

    for name in ("get_user", "aget_user"):
        _hook(auth, name, _plain("user", "middleware", key="user"), known)


def _hook_sites():
    from django.apps import apps

    if apps.is_installed("django.contrib.sites"):
        from django.contrib.sites.models import SiteManager

        _hook(SiteManager, "get_current", _plain("site", "middleware"))


def _begin_render(parent, args, kwargs):
    template = args[0]
    if not isinstance(getattr(template, "name", ""), (str, type(None))):
        name = None
    else:
        name = getattr(template, "name", None) or getattr(getattr(template, "template", None), "name", None)
    return _begin(parent, "render " + (name or "(text)"), "template", INTERNAL, {"lightfoot.template": name or "(text)"})


def _hook_templates():
    from django.template.base import Template

    _hook(Template, "render", _begin_render)


# --- outgoing HTTP


def _begin_exchange(parent, connection, method, url):
    attributes = {"http.request.method": method, "server.address": connection.host}
    attributes["lightfoot.connection.reused"] = connection.sock is not None
    if connection.port:
        attributes["server.port"] = connection.port
    parts = urlsplit(url)
    scheme = parts.scheme or ("https" if isinstance(connection, http.client.HTTPSConnection) or connection.port == 443 else "http")
    host = parts.netloc.rpartition("@")[2] or "%s%s" % (
        connection.host, "" if connection.port in (None, 80, 443) else ":%d" % connection.port)
    query = _hide_values(parts.query)
    attributes["url.full"] = "%s://%s%s%s" % (scheme, host, parts.path, "?" + query if query else "")
    _call_site(attributes)
    return _begin(parent, "%s %s" % (method, host), "external", CLIENT, attributes, detached=True)


def _hook_http():
    connection = http.client.HTTPConnection
    put, send, receive = connection.putrequest, connection.endheaders, connection.getresponse
    done = http.client.HTTPResponse._close_conn

    @functools.wraps(put)
    def putrequest(self, method, url, *args, **kwargs):
        self._lightfoot = None
        parent = _current.get()
        if parent is not None:
            try:
                span = _begin_exchange(parent, self, method, url) if parent.trace.recording else None
                self._lightfoot = (span, parent)
            except Exception:
                _complain("the start of an outgoing request")
        return put(self, method, url, *args, **kwargs)

    @functools.wraps(send)
    def endheaders(self, *args, **kwargs):
        noted = getattr(self, "_lightfoot", None)
        if noted is None:
            return send(self, *args, **kwargs)
        span, parent = noted
        try:
            if not any(line[:12].lower() == b"traceparent:" for line in self._buffer):
                self.putheader("traceparent", parent.trace.header(span or parent))
                if parent.trace.state:
                    self.putheader("tracestate", parent.trace.state)
        except Exception:
            _complain("the traceparent of an outgoing request")
        return _step(self, span, send, args, kwargs)

    @functools.wraps(receive)
    def getresponse(self, *args, **kwargs):
        noted = getattr(self, "_lightfoot", None)
        if noted is None or noted[0] is None:
            return receive(self, *args, **kwargs)
        span = noted[0]
        response = _step(self, span, receive, args, kwargs)
        try:
            span.end = _now()
            span.event("lightfoot.response_head")
            span.attributes["http.response.status_code"] = response.status
            if response.status >= 400:
                span.error = str(response.status)
            response._lightfoot = span
            self._lightfoot = None
        except Exception:
            _complain("the answer to an outgoing request")
        return response

    @functools.wraps(done)
    def _close_conn(self):
        span = self.__dict__.pop("_lightfoot", None)  # the body is read: the exchange lasted until now
        if span is not None and not span.trace.closed:
            span.end = _now()
        return done(self)

    connection.putrequest, connection.endheaders, connection.getresponse = putrequest, endheaders, getresponse
    http.client.HTTPResponse._close_conn = _close_conn


def _step(connection, span, function, args, kwargs):
    try:
        return function(connection, *args, **kwargs)
    except TypeError:  # urllib3 1 first tries an argument of Python 2
        raise
    except BaseException as error:
        if span is not None:
            span.end = _now()
            span.fail(error)
        connection._lightfoot = None
        raise


# --- OTLP JSON


def _string(text):
    if len(text) > MAX_TEXT + 3:
        text = text[:MAX_TEXT] + "..."
    # ASCII, and no half surrogates, which JSON readers refuse
    return _quote(text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8"))


def _attribute(key, value):
    if isinstance(value, str):
        return '{"key":"%s","value":{"stringValue":%s}}' % (key, _string(value))
    if isinstance(value, bool):
        return '{"key":"%s","value":{"boolValue":%s}}' % (key, "true" if value else "false")
    if isinstance(value, int) and -(1 << 63) <= value < 1 << 63:
        return '{"key":"%s","value":{"intValue":"%d"}}' % (key, value)
    return '{"key":"%s","value":{"stringValue":%s}}' % (key, _string("%s" % (value,)))


def _attributes(values):
    return ",".join([_attribute(key, value) for key, value in values.items()])


def _event(event, zero):
    name, at, attributes = event
    return '{"timeUnixNano":"%d","name":%s,"attributes":[%s]}' % (zero + at, _string(name), _attributes(attributes))


_SPAN = ('{"traceId":"%s","spanId":"%016x",%s%s"flags":%d,"name":%s,"kind":%d,"startTimeUnixNano":"%d","endTimeUnixNano":"%d",'
         '"attributes":[%s]%s,"status":{%s}}')


def _encode_span(span, now):
    trace = span.trace
    above = span.parent
    while above is not None and above.folded:
        above = above.parent
    parent = "%016x" % above.id if above is not None else trace.remote
    attributes = '{"key":"lightfoot.layer","value":{"stringValue":"%s"}}' % span.layer
    if span.attributes:
        attributes += "," + _attributes(span.attributes)
    end = span.end
    if end is None:
        end = now
        attributes += "," + _attribute("lightfoot.unfinished", True)
    if span.error:
        attributes += "," + _attribute("error.type", span.error)
    failed = span.error and not (span.kind == SERVER and span.attributes.get("http.response.status_code", 500) < 500)
    return _SPAN % (
        trace.id, span.id,
        '"parentSpanId":"%s",' % parent if parent else "",
        '"traceState":%s,' % _string(trace.state) if trace.state else "",
        # the two upper bits say that it is known whether the parent is another process's, and that it is
        trace.flags & 1 | 0x100 | (0x200 if span.parent is None and trace.remote else 0),
        _string(span.name[:200]), span.kind, trace.zero + span.start, trace.zero + end, attributes,
        ',"events":[%s]' % ",".join([_event(event, trace.zero) for event in span.events]) if span.events else "",
        '"code":2' if failed else "")


@functools.lru_cache(maxsize=4)
def _resource(pid, service):
    return _attributes({
        "service.name": service, "host.name": socket.gethostname(), "process.pid": pid, "telemetry.sdk.name": "lightfoot-django",
        "telemetry.sdk.version": __version__, "telemetry.sdk.language": "python",
        "process.runtime.version": sys.version.split()[0], "lightfoot.django.version": django.get_version()})


_HEAD = b'{"resourceSpans":['
_LINE = _HEAD + b'{"resource":{"attributes":[%s]},"scopeSpans":[{"scope":{"name":"lightfoot-django","version":"%s"},"spans":[%s]}]}]}\n'


def _encode(trace):
    """One ExportTraceServiceRequest on one line, as bytes."""
    service = _setting("LIGHTFOOT_SERVICE_NAME") or os.environ.get("OTEL_SERVICE_NAME") or settings.ROOT_URLCONF.partition(".")[0]
    now = _now()
    spans = ",".join([_encode_span(span, now) for span in trace.spans if not span.folded])
    return _LINE % (_resource(os.getpid(), str(service)).encode("ascii"), __version__.encode("ascii"), spans.encode("ascii"))


# --- delivery

_dropped = itertools.count()  # of this process, whole requests
_dropped_so_far = 0


def _drop(count, why):
    global _dropped_so_far
    for _ in range(count):
        _dropped_so_far = next(_dropped) + 1
    key = ("drop", why.partition(":")[0])
    if time.monotonic() - _complained.get(key, -300.0) >= 300.0:
        _complained[key] = time.monotonic()
        _log.warning("lightfoot: %s; %d requests of this process went unrecorded so far", why, _dropped_so_far)


def _deliver(server):
    trace = server.trace
    if trace.closed or not trace.recording:
        return
    trace.closed = True
    if trace.dropped:
        server.attributes["lightfoot.dropped_spans"] = trace.dropped
    if _dropped_so_far:
        server.attributes["lightfoot.dropped_requests"] = _dropped_so_far
    for span in trace.spans:
        span.trip = None
    line = _encode(trace)
    trace.spans = []
    path = _setting("LIGHTFOOT_FILE")
    if path:
        _append(str(path), line)
    else:
        _sender(str(_setting("LIGHTFOOT_ENDPOINT", "http://127.0.0.1:4318"))).put(line)


_broken = set()  # files whose last line may be cut


def _append(path, line):
    """One write at the file's end, so that lines of several workers never mix; opened each time, so that it may be rotated."""
    try:
        # O_NONBLOCK: a pipe that nobody reads must not stop the site
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            if path in _broken:
                line = b"\n" + line
            if os.write(file, line) < len(line):
                _broken.add(path)
                _drop(1, "LIGHTFOOT_FILE %s took only a part of a line: is the disk full?" % path)
            else:
                _broken.discard(path)
        finally:
            os.close(file)
    except OSError as error:
        _drop(1, "LIGHTFOOT_FILE cannot be written: %s" % error)


class _Sender:
    """Posts waiting lines to an OTLP/HTTP receiver, from one thread of its own, a batch at a time."""

    BATCH = 64
    BATCH_BYTES = 2 << 20
    TRIES = 4

    def __init__(self, endpoint):
        parts = urlsplit(endpoint if "://" in endpoint else "http://" + endpoint)
        self.where = endpoint
        self.secure = parts.scheme == "https"
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or (443 if self.secure else 4318)
        path = parts.path.rstrip("/")
        self.path = path if path.endswith("/v1/traces") else path + "/v1/traces"
        self.closing = False
        self.connection = None
        self.reset()
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.reset)
        atexit.register(self.close)

    def reset(self):
        """Also the state of a forked child: what waited is its parent's to send, and the thread stayed there.

        Of its connection only the socket is closed: the buffer of an answer may be locked by that thread for ever.
        """
        self.condition = threading.Condition()
        self.waiting = collections.deque()
        self.bytes = 0
        self.thread = None
        connection, self.connection = self.connection, None
        if connection is not None and connection.sock is not None:
            connection.sock.close()

    def put(self, line):
        with self.condition:
            if len(self.waiting) < MAX_WAITING and self.bytes + len(line) <= MAX_WAITING_BYTES:
                self.waiting.append(line)
                self.bytes += len(line)
                line = None
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.run, name="lightfoot", daemon=True)
                self.thread.start()
            self.condition.notify()
        if line is not None:
            _drop(1, "%s does not keep up or does not answer: the queue is full" % self.where)

    def run(self):
        while True:
            with self.condition:
                while not self.waiting:
                    if self.closing:
                        return
                    self.condition.wait()
                batch = [self.waiting.popleft()]
                while self.waiting and len(batch) < self.BATCH and sum(map(len, batch)) < self.BATCH_BYTES:
                    batch.append(self.waiting.popleft())
                self.bytes -= sum(map(len, batch))
            try:
                self.send(batch)
            except Exception:
                _complain("the sender")
                _drop(len(batch), "the sender failed")

    def send(self, batch):
        size = len(_HEAD)
        body = _HEAD + b",".join([line[size:-3] for line in batch]) + b"]}"
        for attempt in range(self.TRIES):
            again, why = self.post(body)
            if why is None:
                return
            if again is None or self.closing or attempt == self.TRIES - 1:
                break
            with self.condition:
                self.condition.wait_for(lambda: self.closing, min(30.0, max(again, 0.5 * 2 ** attempt)))
        _drop(len(batch), why)

    def post(self, body):
        """(seconds to wait before a new try or None, why it failed or None)."""
        try:
            if self.connection is None:
                kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
                self.connection = kind(self.host, self.port, timeout=5)
            about = {"Content-Type": "application/json", "User-Agent": "lightfoot-django/" + __version__}
            self.connection.request("POST", self.path, body, about)
            response = self.connection.getresponse()
            text = response.read(65536)
            if response.will_close or not response.isclosed():
                self.disconnect()
        except (OSError, http.client.HTTPException) as error:
            self.disconnect()
            why = error if str(error) else type(error).__name__
            return 0.0, "%s cannot be reached: %s (start Lightfoot's receiver, or set LIGHTFOOT_FILE)" % (self.where, why)
        if response.status == 200:
            self.note_rejected(text)
            return 0.0, None
        why = "%s answered %d" % (self.where, response.status)
        if response.status not in (429, 502, 503, 504):
            return None, why
        after = response.getheader("Retry-After", "")
        return (float(after) if after.isdigit() else 0.0), why

    def note_rejected(self, text):
        try:
            rejected = int(json.loads(text or b"{}").get("partialSuccess", {}).get("rejectedSpans", 0))
        except (ValueError, AttributeError):
            return
        if rejected:
            _log.warning("lightfoot: %s rejected %d spans", self.where, rejected)

    def disconnect(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def close(self):
        """At the process's end: two seconds for what still waits."""
        with self.condition:
            self.closing = True
            self.condition.notify_all()
        if self.thread is not None:
            self.thread.join(2.0)


_sender = functools.lru_cache(maxsize=8)(_Sender)
