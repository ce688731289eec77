"""The talk's advice as pages with one known fault each, and what is expected of the rules on each: written down before anything was measured.

A page is mended under its own URL: by a file that the site looks for, by other lines of nginx.conf, or by another record of the zone.
"""
from dataclasses import dataclass

WEB, NAMED = "www.shop.test", "other.test"
SITE = f"https://{WEB}/advice/"


@dataclass(frozen=True)
class Case:
    name: str
    advice: str           # of the talk
    words: str            # the fault, and how it is mended
    rule: str | None      # that has to find it
    url: str = ""
    change: tuple = ()    # for what-if, by the finding's name where it has calls
    command: str = "stack"
    also: tuple = ()      # rules that are right on the page however it is, for what the case does not mend
    fault_also: tuple = ()  # and those that are right only as long as it has its fault
    may: tuple = ()       # and those that are right there wherever they are worth a word
    options: tuple = ()
    twin_options: tuple | None = None
    nginx: tuple = ()     # lines of the server, with the fault and mended
    zone: tuple = ()      # records, with the fault and mended
    files: tuple = ()     # index.html, with the fault and mended
    runs: int = 0         # where the usual number cannot show it
    number: str = "total"  # or "first byte", where that is what the advice is about
    twin_url: str | None = None


def site(name, advice, words, rule, change=(), n=20, **more):
    return Case(name, advice, words, rule, f"{SITE}{name}/?n={n}", (change,) if isinstance(change, str) else change, **more)


def server(port, name, advice, words, rule, fault, mended, change=(), host=WEB, path="/ok", **more):
    more.setdefault("command", "probe")
    return Case(name, advice, words, rule, f"https://{host}:{port}{path}", (change,) if isinstance(change, str) else change,
                nginx=(fault, mended), **more)


def named(port, name, advice, words, rule, fault, mended, change=(), **more):
    return Case(name, advice, words, rule, f"https://{name}.{NAMED}:{port}/ok", (change,) if isinstance(change, str) else change,
                command="probe", nginx=("listen {port} ssl;",) * 2, zone=(fault, mended), **more)


def page(port, name, advice, words, rule, fault, mended, change=(), lines="listen {port} ssl http2;", **more):
    return Case(name, advice, words, rule, f"https://{WEB}:{port}/", (change,) if isinstance(change, str) else change,
                command="page", files=(fault, mended), nginx=more.pop("nginx", (lines, lines)), **more)


# Django 3.2's clients of memcached connect anew for each request (BaseMemcachedCache.close): 1 ms here, 20 ms there
CONNECTS = ("connection-per-request",)
PROXY = "listen {port} ssl http2; location / {{ proxy_pass http://%s; proxy_http_version %s; proxy_set_header Connection %s; }}"
HTTP1 = (PROXY % ("django", "1.0", "close")).replace(" http2", "")
IMAGES = "<!doctype html><title>t</title>" + "".join(f'<img alt="" src="3.png?{n}" width=9 height=9>' for n in range(30))
SHORT = '<link rel=stylesheet href=a.css><p class=used>t'
FIVE = "<!doctype html><title>t</title>" + "".join(f'<img alt="" src="3.png?{n}" width=9 height=9>' for n in range(5))
KEPT = "location ~ (css|js|png|woff2)$ {{ add_header Cache-Control max-age=600; }}"
HTTP2 = "listen {port} ssl http2; " + KEPT
UNKEPT = "listen {port} ssl http2; location ~ woff2$ {{ add_header Cache-Control no-store; }}"  # else a cache has it the second time
COOKIE = 'location = / {{ add_header Set-Cookie "basket=' + "x" * 1500 + '; Path=%s"; try_files /index.html =404; }} ' + KEPT

CASES = [
    # --- getting there
    named(9501, "alias", "DNS", "an alias of an alias of an alias; mended: an address", "dns-chain",
          "alias CNAME alias1\nalias1 CNAME alias2\nalias2 CNAME alias3\nalias3 A 10.77.1.2", "alias A 10.77.1.2"),
    named(9502, "ttl", "DNS", "an address that is forgotten after a second; mended: after 300", "dns-chain",
          "ttl 1 A 10.77.1.2", "ttl 300 A 10.77.1.2", runs=30),  # some 5 s
    named(9503, "vain", "DNS", "an IPv6 address that nobody answers at; mended: none", "address-in-vain",
          "vain A 10.77.13.2\nvain AAAA fd77:13::dead", "vain A 10.77.13.2"),
    named(9504, "distant", "far servers", "80 ms away; mended: an edge 5 ms away", "far-server",
          "distant A 10.77.14.2", "distant A 10.77.12.2", "rtt=5ms"),
    server(9505, "keep", "TCP: reuse", "`keepalive_timeout 0`; mended: 65", "connection-not-reused",
           "listen {port} ssl; keepalive_timeout 0;", "listen {port} ssl; keepalive_timeout 65;", "keep-alive", options=("--warm",)),
    server(9506, "tls12", "TLS 1.3", "TLS 1.2 only; mended: 1.3", "tls-extra-trip",
           "listen {port} ssl; ssl_protocols TLSv1.2;", "listen {port} ssl; ssl_protocols TLSv1.3;", "tls=1.3"),
    server(9507, "retry", "TLS 1.3", "a group that clients do not send first; mended: X25519", "tls-extra-trip",
           "listen {port} ssl; ssl_ecdh_curve secp384r1;", "listen {port} ssl; ssl_ecdh_curve X25519;", "tls=1.3"),
    Case("resumption", "TLS resumption", "TLS 1.2, tickets that the next connection's server cannot read; mended: shared keys", "tls-not-resumed",
         f"https://{WEB}:9508/ok", ("resumed",), "probe", options=("--resumed",), also=("tls-extra-trip", "ocsp-not-stapled")),
    server(9509, "chain", "TLS chain", "19 kB of certificates; mended: 1 kB", "tls-chain-overflow",
           "listen {port} ssl; ssl_certificate {run}/ca/long.pem;", "listen {port} ssl; ssl_certificate {run}/ca/chain.pem;"),
    server(9510, "ocsp", "OCSP", "a responder is named and nothing stapled; mended: stapled", "ocsp-not-stapled",
           "listen {port} ssl; ssl_stapling off;", "listen {port} ssl; ssl_stapling on;"),
    Case("redirect", "redirects", "a link without its last slash; mended: with it", "redirect", f"https://{WEB}/joined?n=20",
         ("drop-redirect",), twin_url=f"https://{WEB}/joined/?n=20"),
    # --- what is sent
    Case("cookies", "cookies and headers", "6 kB of cookies; mended: 60 bytes", "request-head-large", f"https://{WEB}/healthz", command="probe",
         options=tuple(part for n in range(4) for part in ("--cookie", f"basket{n}=" + "x" * 1500)), twin_options=("--cookie", "basket=" + "x" * 50)),
    page(9511, "cookiepath", "cookies and headers", "1.5 kB of cookie for every file, HTTP/1.1; mended: `Path=/basket`", "cookies-to-static",
         FIVE, FIVE, fault_also=("request-head-large",), nginx=("listen {port} ssl; " + COOKIE % "/", "listen {port} ssl; " + COOKIE % "/basket")),
    server(9512, "text", "cookies and headers", "30 kB of HTML as it is; mended: gzip", "not-compressed",
           PROXY % ("django", "1.1", '""') + " gzip off;", PROXY % ("django", "1.1", '""') + " gzip on; gzip_proxied any;", "compress",
           path="/advice/text/"),
    site("window", "cookies and headers", "80 kB that no compression makes small; mended: 3 kB", "first-window-overflow", command="probe"),
    # --- the server
    site("visitor", "middleware", "three look-ups before each view; mended: none", "per-request-lookup",
         ("drop=shop_review", "drop=shop_supplier", "drop=get"), may=(*CONNECTS, "same-key-every-request")),  # one of the three is the same value for all
    site("miss", "miss, then database", "stored, and forgotten before it is asked for; mended: kept", "cache-miss-then-query",
         "cache-hit=cache-miss-then-query", may=CONNECTS),
    site("unset", "miss, then database", "asked for, and never stored; mended: stored", "cache-miss-then-query", "cache-hit=cache-miss-then-query", may=CONNECTS),
    site("falsy", "miss, then database", "an empty answer is kept for a second and taken for none; mended: `is None`, kept for an hour", "cache-hit-and-query", "drop=cache-hit-and-query", may=CONNECTS),
    site("gets", "far and central caches", "a get for each of 20 items; mended: `get_many`", "repeated-cache-get", "merge-cache=get", may=CONNECTS),
    site("farcache", "far and central caches", "six values from a cache 20 ms away; mended: 1 ms", "far-cache", "rtt.cache=1ms",
         also=("repeated-cache-get",), fault_also=CONNECTS, may=CONNECTS),
    site("central", "far and central caches", "one value for all pages, 20 ms away; mended: kept in the process", "same-key-every-request",
         "drop=same-key-every-request", fault_also=("far-cache", *CONNECTS), may=CONNECTS),
    site("slowcache", "far and central caches", "a cache further than its database; mended: no cache", "cache-slower-than-source",
         fault_also=("far-cache", *CONNECTS), may=CONNECTS, runs=30),  # some 6 s, in which it is asked in vain about five times
    site("fragments", "fragments", "20 fragments, each fetched by itself; mended: `get_many`", "fragments-one-by-one", "merge-cache=get", may=CONNECTS),
    site("lazyfragment", "lazy evaluation", "`list()` before a `{% cache %}` that hits; mended: a queryset", "query-before-cache-hit",
         "drop=query-before-cache-hit", may=CONNECTS),
    site("lazy", "lazy evaluation", "`exists()`, `count()`, then the rows; mended: the rows", "count-then-fetch", "drop=count-then-fetch"),
    site("same", "lazy evaluation", "a queryset evaluated four times; mended: once", "identical-query", "batch=identical-query"),
    site("select", "select_related", "`p.supplier.name` for 20 rows; mended: `select_related`", "repeated-query", "batch=repeated-query"),
    site("prefetch", "prefetch_related", "the reviews of 20 rows; mended: `prefetch_related`", "repeated-query", "batch=repeated-query"),
    site("pattern", "select_related", "two look-ups for each of 20 keys; mended: one statement", "repeated-pattern", "batch=repeated-pattern"),
    site("annotate", "annotate and aggregate", "`.count()` for 20 rows; mended: `annotate(Count)`", "count-per-row", "batch=count-per-row"),
    site("aggregate", "annotate and aggregate", "`.aggregate(Sum)` for 20 rows; mended: `annotate(Sum)`", "count-per-row", "batch=count-per-row"),
    site("python", "annotate and aggregate", "the mean of 20 000 rows in Python; mended: `aggregate(Avg)`", None),
    site("denormal", "denormalisation", "`.count()` for 20 rows; mended: a number that is kept", "count-per-row", "batch=count-per-row"),
    site("writes", "assertNumQueries", "`save()` for 20 rows; mended: `bulk_create`", "repeated-query", "batch=repeated-query"),
    site("savepoints", "assertNumQueries", "savepoints around 20 reads; mended: no transaction", "transaction-trips", "drop=transaction-trips"),
    site("connection", "TCP: reuse", "`CONN_MAX_AGE = 0`; mended: 600", "connection-per-request", "drop=connection-per-request"),
    site("fardatabase", "far databases", "six statements to a database 20 ms away; mended: 2 ms", "far-database", "rtt.database=2ms"),
    # --- the way out
    site("report", "streaming", "50 statements, then the answer; mended: streamed", "first-byte-waits", "stream-head", n=50,
         also=("count-per-row",), number="first byte"),
    server(9516, "buffered", "proxies: buffering", "streamed, and held back by nginx, which speaks HTTP/1.0 behind; mended: `proxy_buffering off`",
           "buffered-on-the-way", HTTP1 + " gzip off;", HTTP1 + " gzip off; proxy_buffering off;", path="/advice/buffered/", command="stack",
           number="first byte"),
    site("late", "streaming fails late", "breaks off after its head; mended: fails before", "cut-midway"),
    server(9513, "upstream", "proxies: keep-alive", "a new connection to the application 20 ms away; mended: kept", "connection-per-request",
           PROXY % ("10.77.7.2:8000", "1.0", "close"), PROXY % ("distant", "1.1", '""'), path="/healthz", command="stack", also=("proxy-elsewhere",)),
    server(9514, "between", "proxies: distance", "the application 20 ms from the proxy; mended: beside it", "proxy-elsewhere",
           PROXY % ("distant", "1.1", '""'), PROXY % ("django", "1.1", '""'), path="/healthz", command="stack"),
    server(9515, "edge", "far and central caches", "a proxy that may keep the answer and does not; mended: keeps it", "edge-miss",
           "listen {port} ssl; location / {{ proxy_pass http://127.0.0.1:9599; proxy_cache answers; proxy_no_cache 1; proxy_cache_valid 200 10m; "
           "add_header X-Cache $upstream_cache_status; }}",
           "listen {port} ssl; location / {{ proxy_pass http://127.0.0.1:9599; proxy_cache answers; proxy_cache_valid 200 10m; "
           "add_header X-Cache $upstream_cache_status; }}"),
    # --- the page
    page(9520, "http1", "proxies: protocol", "30 images over HTTP/1.1; mended: HTTP/2", "old-protocol", IMAGES, IMAGES, "http=2",
         nginx=("listen {port} ssl; " + KEPT, HTTP2)),
    page(9521, "import", "the page", "a style sheet that another one imports; mended: preload", "late-discovery",
         "<!doctype html><link rel=stylesheet href=imports.css><p>t",
         "<!doctype html><link rel=stylesheet href=imports.css><link rel=preload as=style href=b.css><p>t", "preload=/b.css", lines=HTTP2),
    page(9522, "preconnect", "the page", "a font of another host, found in a style sheet; mended: preconnect", "late-connection",
         "<!doctype html><link rel=stylesheet href=font.css><p class=used>t",
         "<!doctype html><link rel=preconnect href=https://cdn.other.test:9522 crossorigin><link rel=stylesheet href=font.css><p class=used>t",
         "preconnect=cdn.other.test", lines=HTTP2, also=("late-discovery",)),
    page(9523, "missing", "the page", "an image that is not there; mended: not asked for", "missing-resource",
         "<!doctype html>" + SHORT + "<img alt='' src=none.png>", "<!doctype html>" + SHORT, lines=HTTP2),
    page(9524, "unkept", "the page", "a style sheet that may not be kept; mended: 600 s", "not-kept", "<!doctype html>" + SHORT, "<!doctype html>" + SHORT,
         options=("--warm",), nginx=("listen {port} ssl http2; location ~ css$ {{ add_header Cache-Control no-cache; }}", HTTP2)),
    page(9525, "hint", "the page", "a preloaded font without `crossorigin`; mended: with it", "useless-hint",
         "<!doctype html><link rel=preload as=font href=f.woff2><link rel=stylesheet href=own.css><p class=used>t",
         "<!doctype html><link rel=preload as=font href=f.woff2 crossorigin><link rel=stylesheet href=own.css><p class=used>t", lines=UNKEPT, also=("not-kept",), fault_also=("late-discovery",)),
    page(9526, "blocking", "the page", "80 kB of script in the head; mended: `defer`", "render-blocking",
         "<!doctype html><link rel=stylesheet href=a.css><script src=large.js></script><p>t",
         "<!doctype html><link rel=stylesheet href=a.css><script src=large.js defer></script><p>t", lines=HTTP2),
    page(9527, "stranger", "the page", "a script of another site 80 ms away; mended: the own host's", "third-party-critical",
         "<!doctype html><link rel=stylesheet href=a.css><script src=https://third.other.test:9527/a.js></script><p>t",
         "<!doctype html><link rel=stylesheet href=a.css><script src=a.js></script><p>t", lines=HTTP2, fault_also=("far-server", "render-blocking")),
]
BY_NAME = {case.name: case for case in CASES}
