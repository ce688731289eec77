"""Round trips in tests, in the spirit of Django's assertNumQueries: database, cache and outside calls of the requests in a block.

One file, no dependencies. Copy it beside lightfoot_django.py, whose middleware has to be in the MIDDLEWARE of the tests:

    from lightfoot_trips import assert_trips, assert_trips_at_most

    with assert_trips(database=2, cache=0):        # as many, no more and no fewer
        self.client.get("/joined/")

    with assert_trips_at_most(total=5):
        self.client.get("/joined/")

It reads what the round-trip log says of the requests, so that it works in unittest and pytest alike, and against a server in another
process too: name that one's log with log="/var/log/shop/lightfoot-otlp.jsonl". Without log= and without the setting LIGHTFOOT_FILE it
makes the log a temporary file for the length of the block. A block without a recorded request fails: nothing was measured. Opening a
connection is a trip as well. A server in another process writes a request's line after its answer: say requests=N for N requests.
"""
import collections
import contextlib
import json
import os
import tempfile
import time

__all__ = ["Trips", "assert_trips", "assert_trips_at_most", "TripAssertions"]

SERVER, CLIENT = 2, 3  # kinds of OTLP
LAYERS = ("database", "cache", "external")
PATIENCE = 5.0  # seconds to wait for what another process writes after it has answered
NAMED = 10  # kinds of calls that a failure names


class Trips:
    """What the requests of a block did; complete when the block has ended."""

    def __init__(self):
        self.requests = 0
        self.layers = collections.Counter()
        self.calls = {layer: collections.Counter() for layer in LAYERS}

    @property
    def total(self):
        return sum(self.layers.values())

    def count(self, layer):
        return self.total if layer == "total" else self.layers[layer]

    def add(self, spans):
        """The spans of one request."""
        by_id = {span["spanId"]: span for span in spans}
        for span in spans:
            self.requests += span["kind"] == SERVER
            layer = span["attributes"].get("lightfoot.layer")
            above = by_id.get(span.get("parentSpanId"))
            # A driver's call below a pool's of the same layer is the same trip.
            within = above is not None and above["kind"] == CLIENT and above["attributes"].get("lightfoot.layer") == layer
            if span["kind"] == CLIENT and layer in LAYERS and not within:
                trips = max(1, int(span["attributes"].get("composite.count", 1)))
                self.layers[layer] += trips
                self.calls[layer][_describe(span)] += trips

    def told(self, layer):
        """The calls of a layer, those that were made most first, each with where it was made."""
        calls = collections.Counter()
        for each in LAYERS if layer == "total" else (layer,):
            calls.update(self.calls[each])
        lines = ["    %4d x %s" % (count, text) for text, count in calls.most_common(NAMED)]
        more = len(calls) - NAMED
        return lines + (["         and %d other kinds of calls" % more] if more > 0 else [])


def _describe(span):
    attributes = span["attributes"]
    text = attributes.get("db.query.text") or span["name"]
    file, line = attributes.get("code.file.path"), attributes.get("code.line.number")
    return "%s%s" % (text[:160], "  (%s:%s)" % (file, line) if file else "")


def _value(value):
    """An attribute's value in OTLP JSON, which writes whole numbers as text."""
    kind, given = next(iter(value.items()), ("stringValue", ""))
    return int(given) if kind == "intValue" else given


def _spans(line):
    for resource in json.loads(line).get("resourceSpans", ()):
        for scope in resource.get("scopeSpans", ()):
            for span in scope.get("spans", ()):
                span["attributes"] = {a["key"]: _value(a.get("value", {})) for a in span.get("attributes", ())}
                yield span


class _Log:
    """What is added to the log from now on."""

    def __init__(self, path):
        self.path = path
        self.start = os.path.getsize(path) if os.path.exists(path) else 0

    def trips(self):
        trips = Trips()
        if os.path.exists(self.path):
            with open(self.path, "rb") as file:
                if os.fstat(file.fileno()).st_size >= self.start:  # else it was begun anew
                    file.seek(self.start)
                for line in file.read().split(b"\n")[:-1]:  # what follows the last line break is not whole yet
                    if line.strip():
                        trips.add(list(_spans(line)))
        return trips

    def after(self, requests, patience):
        """The trips, once so many requests are in the log or patience is at its end."""
        end = time.monotonic() + patience
        while True:
            trips = self.trips()
            if trips.requests >= requests or time.monotonic() >= end:
                return trips
            time.sleep(0.01)


@contextlib.contextmanager
def _recorded(log):
    """The path of the log; where none is set one for the length of the block."""
    if log:
        yield str(log)
        return
    from django.test import override_settings
    from lightfoot_django import _setting

    path = _setting("LIGHTFOOT_FILE")
    if path:
        yield str(path)
        return
    with tempfile.TemporaryDirectory(prefix="lightfoot-") as folder:
        path = os.path.join(folder, "otlp.jsonl")
        with override_settings(LIGHTFOOT_FILE=path):
            yield path


@contextlib.contextmanager
def _checked(expected, fits, words, log, requests, patience):
    for layer in expected:
        if layer != "total" and layer not in LAYERS:
            raise TypeError("there is no layer %r: %s or total" % (layer, ", ".join(LAYERS)))
    if not expected:
        raise TypeError("say how many trips: %s or total" % ", ".join(LAYERS))
    trips = Trips()
    with _recorded(log) as path:
        file = _Log(path)
        yield trips
        trips.__dict__.update(file.after(requests, patience).__dict__)
    if trips.requests < requests:
        raise AssertionError(
            "%d of %d requests are in %s: is lightfoot_django.Middleware the last line of MIDDLEWARE, and is the block whole?"
            % (trips.requests, requests, path))
    wrong = [layer for layer, number in expected.items() if not fits(trips.count(layer), number)]
    if wrong:
        lines = []
        for layer in wrong:
            lines.append("%d trips (%s) in %d requests, %s %d expected:" % (
                trips.count(layer), layer, trips.requests, words, expected[layer]))
            lines += trips.told(layer)
        raise AssertionError("\n".join(lines))


def assert_trips(log=None, requests=1, patience=PATIENCE, **layers):
    """Fails unless the requests of the block made exactly so many round trips to each layer that is named.

    requests: how many at least have to be recorded; patience: seconds to wait for them where another process writes the log.
    """
    return _checked(layers, lambda made, number: made == number, "exactly", log, requests, patience)


def assert_trips_at_most(log=None, requests=1, patience=PATIENCE, **layers):
    """Fails where the requests of the block made more round trips to a layer that is named."""
    return _checked(layers, lambda made, number: made <= number, "at most", log, requests, patience)


class TripAssertions:
    """The same as methods, for a unittest.TestCase to inherit from as well."""

    def assertTrips(self, **expected):
        return assert_trips(**expected)

    def assertTripsAtMost(self, **expected):
        return assert_trips_at_most(**expected)
