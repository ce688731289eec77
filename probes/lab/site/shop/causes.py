"""Pages with one known cause each that is easily counted wrongly: what waits together, what is no statement of the view's, what is not waited for.

Nothing is kept: what a page writes is rolled back. n is how often it does what it is named after.
"""
import contextlib
import ctypes
import http.client
import socket
from concurrent.futures import ThreadPoolExecutor
from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import path
from django_redis import get_redis_connection
from shop.models import Product, Review

INNER = ("127.0.0.1", 8001)  # nginx of the same stack
TRACED = "lightfoot_django.Middleware" in settings.MIDDLEWARE


def number(request, default=5):
    return max(1, min(200, int(request.GET.get("n", default))))


def product(key):
    return Product.objects.get(id=key).name


def done(what):
    return HttpResponse(f"{what}\n", content_type="text/plain")


def threads(request):  # n statements at once, each over a connection of its own, after one of the view's own
    def one(key):
        with contextlib.closing(connection):
            return product(key)
    product(1)
    with ThreadPoolExecutor(number(request)) as pool:
        return done(list(pool.map(one, range(1, 1 + number(request)))))


def savepoints(request):  # BEGIN, n times (SAVEPOINT, SELECT, RELEASE), COMMIT
    with transaction.atomic():
        for key in range(1, 1 + number(request)):
            with transaction.atomic():
                product(key)
    return done("savepoints")


def cursor(request):  # DECLARE, n full FETCHes and an empty one, CLOSE
    rows = Product.objects.order_by("id")[: 100 * number(request)]
    return done(sum(1 for _ in rows.iterator(chunk_size=100)))


def bulk(request):  # BEGIN, n INSERTs of 20 rows each, ROLLBACK
    with transaction.atomic():
        Review.objects.bulk_create([Review(product_id=1, stars=1, text="bulk") for _ in range(20 * number(request))], batch_size=20)
        transaction.set_rollback(True)
    return done("bulk")


def many(request):  # BEGIN, executemany of n rows, ROLLBACK: psycopg2 sends them one by one
    with transaction.atomic(), connection.cursor() as c:
        c.executemany("INSERT INTO shop_supplier (name) VALUES (%s)", [[f"many {i}"] for i in range(number(request))])
        transaction.set_rollback(True)
    return done("many")


def pipeline(request):  # n statements in one flight: libpq's pipeline mode, which psycopg2 does not have
    product(1)
    libpq = ctypes.CDLL("libpq.so.5")
    for name in ("PQconnectdb", "PQgetResult"):
        getattr(libpq, name).restype = ctypes.c_void_p
    there = settings.DATABASES["default"]
    session = ctypes.c_void_p(libpq.PQconnectdb(b"host=%s port=%s user=%s dbname=%s" % tuple(
        there[k].encode() for k in ("HOST", "PORT", "USER", "NAME"))))
    libpq.PQenterPipelineMode(session)
    for i in range(number(request)):
        libpq.PQsendQueryParams(session, b"SELECT name FROM shop_product WHERE id = %d" % (i + 1), 0, None, None, None, None, 0)
    libpq.PQpipelineSync(session)
    answered = 0
    while True:
        result = ctypes.c_void_p(libpq.PQgetResult(session))
        status = libpq.PQresultStatus(result) if result else None
        answered += status == 2  # PGRES_TUPLES_OK
        libpq.PQclear(result)
        if status == 10:  # PGRES_PIPELINE_SYNC
            break
    libpq.PQfinish(session)
    return done(f"{answered} answers")


def keys(request):
    return [f"item:{i}" for i in range(number(request))]


def gets(request):  # n commands, one after the other
    return done([caches["redis"].get(key) for key in keys(request)])


def mget(request):  # one command of n keys
    return done(len(caches["redis"].get_many(keys(request))))


def redispipeline(request):  # n commands in one flight
    with get_redis_connection("redis").pipeline(transaction=False) as pipe:
        for key in keys(request):
            pipe.get(key)
        return done(len(pipe.execute()))


def inner(request):  # what the outgoing calls ask for: n statements
    return done([product(key) for key in range(1, 1 + number(request))])


def outgoing(request):  # one call to a page of n statements, which is told of the trace
    product(1)
    headers = {"Host": "www.shop.test"}
    if not TRACED and "traceparent" in request.headers:  # what an SDK would do, and Lightfoot's agent does
        headers["traceparent"] = request.headers["traceparent"]
    call = http.client.HTTPConnection(*INNER)
    call.request("GET", f"/causes/inner/?n={number(request)}", headers=headers)
    with contextlib.closing(call):
        return done(len(call.getresponse().read()))


def outgoingbare(request):  # the same, by a client that nobody records and that tells of no trace
    product(1)
    with socket.create_connection(INNER) as call:
        call.sendall(f"GET /causes/inner/?n={number(request)} HTTP/1.0\r\nHost: www.shop.test\r\n\r\n".encode())
        with call.makefile("rb") as answer:
            return done(len(answer.read()))


def permit(request):  # what nginx asks before /causes/guarded/
    product(1)
    return done("permitted")


def failing(request):  # the first upstream of /causes/retried/: a statement, then 503
    product(1)
    return HttpResponse(status=503)


def latestream(request):  # one statement, the head and a part, then n statements with a part each
    def parts():
        yield "first\n"
        for key in range(1, 1 + number(request)):
            yield product(key) + "\n"
    product(1)
    return StreamingHttpResponse(parts(), content_type="text/plain", headers={"X-Accel-Buffering": "no"})


class Worked(HttpResponse):  # works on when the answer has gone
    def close(self):
        super().close()
        for key in range(1, 1 + self.statements):
            product(key)


def afterwards(request):  # one statement, the answer, then n statements
    response = Worked(product(1) + "\n", content_type="text/plain")
    response.statements = number(request)
    return response


def broken(request):  # one statement, the head and a part, n statements, and an exception
    def parts():
        yield "first\n"
        for key in range(1, 1 + number(request)):
            product(key)
        raise ValueError("deliberate")
    product(1)
    return StreamingHttpResponse(parts(), content_type="text/plain", headers={"X-Accel-Buffering": "no"})


urlpatterns = [path(f"{view.__name__}/", view) for view in (
    threads, savepoints, cursor, bulk, many, pipeline, gets, mget, redispipeline, inner, outgoing, outgoingbare, permit, failing,
    latestream, afterwards, broken)] + [path("guarded/", inner), path("retried/", inner)]
