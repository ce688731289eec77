"""What lightfoot_django costs: the same requests with and without it, in turn, medians of many.

    python3 measure_overhead.py [COUNT]                            in process, SQLite and locmem
    python3 measure_overhead.py COUNT URL-WITH URL-WITHOUT PATH... against two running servers
"""
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
from urllib.parse import urlsplit

PATHS = ["/ok/", "/loop/", "/nplus1/", "/page/", "/session/"]


def child(mode):
    """Answers each path on its input with the milliseconds of one request, the agent's writing included."""
    import test_lightfoot_django as site
    if mode == "off":
        site.settings.MIDDLEWARE = [m for m in site.settings.MIDDLEWARE if m != "lightfoot_django.Middleware"]
    site.setUpModule()
    client = site.Client()
    try:
        for line in sys.stdin:
            start = time.perf_counter()
            client.get(line.strip())
            print((time.perf_counter() - start) * 1e3, flush=True)
            if mode == "on" and line.strip().endswith("?count"):
                with open(site.LOG) as log:
                    print(len(json.loads(log.readlines()[-1])["resourceSpans"][0]["scopeSpans"][0]["spans"]), flush=True)
    finally:
        site.tearDownModule()


class Process:
    def __init__(self, mode):
        self.process = subprocess.Popen([sys.executable, "-W", "ignore", os.path.abspath(__file__), "child", mode], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, universal_newlines=True, cwd=os.path.dirname(os.path.abspath(__file__)))

    def time(self, path):
        self.process.stdin.write(path + "\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def spans(self, path):
        self.time(path + "?count")
        return int(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Server:
    def __init__(self, url):
        parts = urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port)

    def time(self, path):
        start = time.perf_counter()
        self.connection.request("GET", path, headers={"Host": "www.shop.test"})
        self.connection.getresponse().read()
        return (time.perf_counter() - start) * 1e3

    def end(self):
        self.connection.close()


def measure(with_it, without, path, count):
    pairs = []
    for turn in range(count + 20):
        order = (with_it, without) if turn % 2 else (without, with_it)
        times = {id(side): side.time(path) for side in order}
        if turn >= 20:  # both are warm
            pairs.append((times[id(with_it)], times[id(without)]))
    return (statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), statistics.median(a - b for a, b in pairs))


def main(arguments):
    if arguments[:1] == ["child"]:
        child(arguments[1])
        return
    count = int(arguments[0]) if arguments else 300
    sides = (Server(arguments[1]), Server(arguments[2])) if len(arguments) > 3 else (Process("on"), Process("off"))
    print("%-22s %10s %10s %10s %7s %6s %10s" % ("path", "with ms", "without", "paired", "%", "spans", "ms/span"))
    for path in arguments[3:] or PATHS:
        spans = sides[0].spans(path) if isinstance(sides[0], Process) else None
        with_it, without, paired = measure(sides[0], sides[1], path, count)
        print("%-22s %10.3f %10.3f %10.3f %6.1f%% %6s %10s" % (
            path, with_it, without, paired, 100 * paired / without, spans or "", "%.4f" % (paired / spans) if spans else ""))
    for side in sides:
        side.end()


if __name__ == "__main__":
    main(sys.argv[1:])
