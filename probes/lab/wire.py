"""Pairs what a page load says of its requests with what a capture of the same load shows, request by request."""
import json
import os
import signal
import statistics
import subprocess
import time
from urllib.parse import urlsplit

PAGES = ["/made/head.html", "/made/hosts.html", "/made/images.html", "/made/hundred.html", "/python/library/functions.html"]
HEADERS, DATA = 1, 0
FIELDS = ["frame.number", "frame.time_epoch", "ip.src", "tcp.stream", "tcp.segment", "http2.streamid", "http2.type", "http2.flags.end_stream",
          "http2.headers.path", "http.request.uri", "tls.handshake.type", "tcp.len"]


def measure(keys, file, command):
    """Loads each page once over h2 and once over http/1.1 while packets are recorded; writes the differences."""
    pairs = []
    for version, port in (("h2", 9443), ("http/1.1", 9444)):
        for page in PAGES:
            capture = f"{file}.{version[:2]}.pcap"
            with Recording(capture):
                done = subprocess.run([*command, "page", f"https://docs.shop.test:{port}{page}", "--runs", "1", "--json", "--unredacted",
                                       "--ca", os.environ["CURL_CA_BUNDLE"]], capture_output=True, text=True, timeout=120)
            run = json.loads(done.stdout)["runs"][0]
            pairs.append({"version": version, "page": page, "requests": len(run["exchanges"]), "rows": rows(run, wire(capture, keys))})
    json.dump(pairs, open(file, "w"))


class Recording:
    def __init__(self, file):
        self.file = file

    def __enter__(self):
        self.tcpdump = subprocess.Popen(["tcpdump", "-i", "any", "-n", "-U", "-s", "0", "-B", "16384", "-Z", "root",
                                         "-w", self.file, "net", "10.77.0.0/16"], stderr=subprocess.PIPE, text=True)
        while "listening on" not in self.tcpdump.stderr.readline():
            if self.tcpdump.poll() is not None:
                raise OSError("tcpdump ended at once")

    def __exit__(self, *_):
        before = -1
        while before != (now := os.path.getsize(self.file)):
            before = now
            time.sleep(2)   # the kernel hands packets over by the block, at the latest after a second
        self.tcpdump.send_signal(signal.SIGTERM)
        self.tcpdump.wait(10)


def wire(capture, keys):
    """For each path, in order: when its request left, when its answer began and ended (seconds)."""
    command = ["tshark", "-n", "-r", capture, "-o", f"tls.keylog_file:{keys}", "-o", "tcp.reassemble_out_of_order:TRUE",
               "-d", "tcp.port==9443-9444,tls", "-T", "fields", "-E", "separator=|", "-E", "occurrence=a", "-E", "aggregator=,"]
    for field in FIELDS:
        command += ["-e", field]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    at, found, open_streams, waiting = {}, [], {}, {}
    for line in lines:
        number, epoch, source, stream, segments, ids, types, ends, paths, uri, handshake, length = line.split("|")
        at[int(number)] = float(epoch)
        ours = source.endswith(".1")
        pieces = [int(each) for each in segments.split(",") if each] or [int(number)]
        begun = min(at.get(each, float(epoch)) for each in pieces)
        if types:
            frames(found, open_streams, ours, stream, zip(ids.split(","), map(int, types.split(","))), ends.split(","), iter(paths.split(",")),
                   begun, float(epoch))
        if uri and ours:
            waiting[stream] = {"path": uri, "asked": float(epoch)}
            found.append(waiting[stream])
        elif stream in waiting and not ours and length and int(length) > 0 and not handshake:
            its = waiting[stream]
            its.setdefault("first", float(epoch))
            its["last"] = float(epoch)
    return found


def frames(found, streams, ours, connection, each, ends, paths, begun, now):
    ends = iter(ends)
    for number, kind in each:
        ended = next(ends, "0") in ("1", "True") if kind in (HEADERS, DATA) else False
        if kind == HEADERS and ours:
            streams[connection, number] = {"path": next(paths, ""), "asked": now}
            found.append(streams[connection, number])
        elif (its := streams.get((connection, number))) and not ours and kind in (HEADERS, DATA):
            its.setdefault("first", begun)
            its["last"] = now


def rows(run, seen):
    """Each request beside what the capture has of the same path; the differences in ms, ours minus the capture's."""
    paired = []
    for exchange in run["exchanges"]:
        parts = urlsplit(exchange["url"])
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        its = next((each for each in seen if each["path"] == path and "last" in each and "used" not in each), None)
        wait, receive = exchange["phases"].get("wait", {}), exchange["phases"].get("receive", {})
        if its is None or wait.get("state") != "measured" or receive.get("state") != "measured":
            continue
        its["used"] = True
        paired.append({"path": path, "wait": wait["durationNanos"] / 1e6 - (its["first"] - its["asked"]) * 1e3,
                       "receive": receive["durationNanos"] / 1e6 - (its["last"] - its["first"]) * 1e3,
                       "both": (wait["durationNanos"] + receive["durationNanos"]) / 1e6 - (its["last"] - its["asked"]) * 1e3})
    return paired


def table(pairs):
    print("\n## Phases beside a capture of the same load\n")
    print("Each page loaded once, packets recorded at the client and decrypted: the error of a request's phases in ms, ours minus the capture's,")
    print("as median of the amounts and as their 95th percentile. *Both* is wait and receive together.\n")
    print("| page | version | requests | paired | wait | receive | both |")
    print("|---|---|---|---|---|---|---|")
    everything = []
    for pair in pairs:
        everything += pair["rows"]
        print(f"| {pair['page']} | {pair['version']} | {pair['requests']} | {len(pair['rows'])} | "
              + " | ".join(errors(pair["rows"], name) for name in ("wait", "receive", "both")) + " |")
    print(f"| all | | {sum(each['requests'] for each in pairs)} | {len(everything)} | "
          + " | ".join(errors(everything, name) for name in ("wait", "receive", "both")) + " |")


def errors(rows, name):
    amounts = sorted(abs(each[name]) for each in rows)
    return f"{statistics.median(amounts):.2f}, {amounts[min(len(amounts) - 1, int(len(amounts) * .95))]:.2f}" if amounts else ""
