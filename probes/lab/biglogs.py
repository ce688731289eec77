#!/usr/bin/python3
"""biglogs.py KIND MEGABYTES >FILE: a large log of that kind, the same each time. Kinds: biglogs.py --kinds.

Requests with their queries, as a small shop makes them; the values vary, the shapes are those of the real software.
"""
import csv, io, json, random, struct, sys, time

r = random.Random(7)
T0 = 1_790_000_000
NAMES = ["SELECT shop_product", "SELECT shop_supplier", "GET item", "UPDATE shop_cart"]
RESOURCE = [("service.name", "shop"), ("telemetry.sdk.language", "python"), ("host.name", "web-1"), ("process.pid", 4711)]
SQL = 'SELECT "shop_product"."id", "shop_product"."name" FROM "shop_product" WHERE "shop_product"."id" = %d LIMIT 21'


def traces():
    """Lists of (trace, span, parent, name, kind, start, end, attributes); the first is the request."""
    at = T0 * 10**9
    while True:
        at += int(r.expovariate(100) * 1e9)
        trace, root = "%032x" % r.getrandbits(128), "%016x" % r.getrandbits(64)
        rows, now = [], at
        for i in range(3 + min(50, int(r.expovariate(1 / 12)))):
            took = int(r.lognormvariate(13.8, .8))
            rows.append((trace, "%016x" % r.getrandbits(64), root, NAMES[i % 4], 3, now, now + took, [
                ("db.system.name", "postgresql"), ("db.query.text", SQL % r.randint(1, 2000)),
                ("server.address", "10.77.3.2"), ("server.port", 5432), ("thread.id", r.randint(1, 16))]))
            now += took + r.randint(20_000, 400_000)
        yield [(trace, root, "", "GET /product/{id}", 2, at, now, [
            ("http.request.method", "GET"), ("http.route", "/product/{id}"),
            ("http.response.status_code", 200 if r.random() < .98 else 500), ("url.path", "/product/%d/" % r.randint(1, 2000))])] + rows


def otlp():
    attributes = lambda pairs: [{"key": k, "value": {"intValue": str(v)} if isinstance(v, int) else {"stringValue": v}} for k, v in pairs]
    for spans in traces():
        yield json.dumps({"resourceSpans": [{"resource": {"attributes": attributes(RESOURCE)}, "scopeSpans": [{
            "scope": {"name": "shop"}, "spans": [{
                "traceId": s[0], "spanId": s[1], "parentSpanId": s[2], "name": s[3], "kind": s[4], "startTimeUnixNano": str(s[5]),
                "endTimeUnixNano": str(s[6]), "attributes": attributes(s[7]), "status": {}} for s in spans]}]}]},
            separators=(",", ":")).encode() + b"\n"


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out) + bytes([n])


def field(number, value):
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def attribute(number, key, value):
    return field(number, field(1, key) + field(2, field(3 if isinstance(value, int) else 1, value)))


def protobuf():
    resource = field(1, b"".join(attribute(1, *pair) for pair in RESOURCE))
    fixed = lambda number, value: varint(number << 3 | 1) + struct.pack("<Q", value)
    for spans in traces():
        body = field(1, field(1, "shop")) + b"".join(field(2, (
            field(1, bytes.fromhex(s[0])) + field(2, bytes.fromhex(s[1])) + (field(4, bytes.fromhex(s[2])) if s[2] else b"")
            + field(5, s[3]) + field(6, s[4]) + fixed(7, s[5]) + fixed(8, s[6])
            + b"".join(attribute(9, *pair) for pair in s[7]))) for s in spans)
        record = field(1, resource + field(2, body))
        yield struct.pack(">I", len(record)) + record


def zipkin():
    between = b"["
    for spans in traces():
        for s in spans:
            span = {"traceId": s[0], "id": s[1], "name": s[3], "kind": "SERVER" if s[4] == 2 else "CLIENT", "timestamp": s[5] // 1000,
                    "duration": max(1, (s[6] - s[5]) // 1000), "localEndpoint": {"serviceName": "shop"}, "tags": {k: str(v) for k, v in s[7]}}
            if s[2]:
                span["parentId"] = s[2]
            yield between + json.dumps(span, separators=(",", ":")).encode()
            between = b",\n"


def jaeger():
    between = b'{"data":['
    kinds = {2: "server", 3: "client"}
    tag = lambda k, v: {"key": k, "type": "int64" if isinstance(v, int) else "string", "value": v}
    for spans in traces():
        yield between + json.dumps({"traceID": spans[0][0], "spans": [{
            "traceID": s[0], "spanID": s[1], "operationName": s[3],
            "references": [{"refType": "CHILD_OF", "traceID": s[0], "spanID": s[2]}] if s[2] else [],
            "startTime": s[5] // 1000, "duration": (s[6] - s[5]) // 1000, "tags": [tag("span.kind", kinds[s[4]])] + [tag(*pair) for pair in s[7]],
            "logs": [], "processID": "p1", "warnings": None} for s in spans],
            "processes": {"p1": {"serviceName": "shop", "tags": []}}}, separators=(",", ":")).encode()
        between = b",\n"


def ticks(rate):
    at = float(T0)
    while True:
        at += r.expovariate(rate)
        yield at


def stamp(at):
    return time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(at)) + ".%03d UTC" % (at % 1 * 1000)


def nginx_json():
    for at in ticks(200):
        took = r.lognormvariate(-4, 1)
        yield ('{"time":"%s+00:00","msec":%.3f,"request_id":"%032x","traceparent":"","remote_addr":"10.77.%d.%d","host":"www.shop.test","method":"GET",'
               '"uri":"/product/%d/","protocol":"HTTP/2.0","status":200,"bytes_sent":%d,"body_bytes_sent":%d,"request_length":40,"request_time":%.3f,'
               '"upstream_connect_time":"0.000","upstream_header_time":"%.3f","upstream_response_time":"%.3f","upstream_addr":"127.0.0.1:8000",'
               '"upstream_status":"200","user_agent":"Mozilla/5.0 (X11; Linux x86_64)"}\n' % (
                   time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at)), at, r.getrandbits(128), r.randint(0, 255), r.randint(1, 254),
                   r.randint(1, 2000), r.randint(300, 90000), r.randint(200, 89000), took, took * .9, took * .9)).encode()


def haproxy():
    for at in ticks(200):
        connect, wait = r.randint(0, 3), int(r.lognormvariate(3, 1))
        yield ('%s lb-1 haproxy[14389]: 10.0.%d.%d:%d [%s.%03d] http-in~ shop/web%d 0/0/%d/%d/%d 200 %d - - ---- 12/10/3/1/0 0/0 "GET /product/%d/ HTTP/1.1"\n' % (
            time.strftime("%b %d %H:%M:%S", time.gmtime(at)), r.randint(0, 255), r.randint(1, 254), r.randint(1024, 65535),
            time.strftime("%d/%b/%Y:%H:%M:%S", time.gmtime(at)), at % 1 * 1000, r.randint(1, 4), connect, wait, connect + wait + r.randint(0, 5),
            r.randint(300, 90000), r.randint(1, 2000))).encode()


def postgresql():
    for at in ticks(500):
        yield ('%s [%d] shop@shop/shop-web LOG:  duration: %.3f ms  statement: %s\n' % (
            stamp(at), 25500 + r.randint(0, 20), r.lognormvariate(-2, 1), SQL % r.randint(1, 2000))).encode()


def postgresql_csv():
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    for number, at in enumerate(ticks(500)):
        process = 25500 + r.randint(0, 20)
        rows.writerow([stamp(at), "shop", "shop", process, "10.77.3.1:40438", "6b045b6d.%x" % process, number, "SELECT", stamp(T0)[:19] + " UTC",
                       "3/0", 0, "LOG", "00000", "duration: %.3f ms  statement: %s" % (r.lognormvariate(-2, 1), SQL % r.randint(1, 2000)),
                       "", "", "", "", "", "", "", "", "shop-web", "client backend", "", 0])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


KINDS = {"otlp": (otlp, b""), "otlp-protobuf": (protobuf, b""), "zipkin": (zipkin, b"]"), "jaeger": (jaeger, b"]}"), "nginx-json": (nginx_json, b""),
         "haproxy": (haproxy, b""), "postgresql": (postgresql, b""), "postgresql-csv": (postgresql_csv, b"")}

if __name__ == "__main__":
    if sys.argv[1:] == ["--kinds"]:
        sys.exit(print(*KINDS))
    make, end = KINDS[sys.argv[1]]
    left, out = int(sys.argv[2]) * 1_000_000, sys.stdout.buffer
    for piece in make():
        out.write(piece)
        left -= len(piece)
        if left <= 0:
            break
    out.write(end)
