"""What the time of a page is made of, by both engines: time in which something was on the network, and the rest, which is the engine's own."""
import json
import os
import statistics
import subprocess

PAGES = ["/made/plain.html", "/made/head.html", "/made/chain.html", "/made/images.html", "/made/hundred.html", "/python/library/functions.html"]
NETWORK = ("dns", "tcp", "tls", "connect", "send", "wait", "receive")


def measure(file, pairs, command):
    """Loads each page several times with both engines in turn."""
    results = []
    for version, port in (("h2", 9443), ("http/1.1", 9444)):
        for page in PAGES:
            said = {"builtin": [], "chrome": []}
            for turn in range(pairs):
                for engine in ("builtin", "chrome") if turn % 2 == 0 else ("chrome", "builtin"):
                    run = load(command, engine, f"https://docs.shop.test:{port}{page}")
                    if run and run["page"].get("loadNanos"):
                        said[engine].append(parts(run))
            results.append({"page": page, "version": version, "load": os.getloadavg()[0], **said})
            json.dump(results, open(file, "w"))


def load(command, engine, url):
    done = subprocess.run([*command, "page", url, "--engine", engine, "--runs", "1", "--json", "--unredacted", "--ca", os.environ["CURL_CA_BUNDLE"],
                           *(["--no-sandbox"] if engine == "chrome" else [])], capture_output=True, text=True, timeout=180)
    try:
        return json.loads(done.stdout)["runs"][0]
    except (ValueError, LookupError):
        return None


def parts(run):
    """In ms: the load mark; how much of it something was on the network; before, between and after that."""
    end = run["page"]["loadNanos"]
    spans = sorted((start, min(end, stop)) for exchange in run["exchanges"] for start, stop in under_way(exchange) if start < end)
    busy, at = 0, 0
    for start, stop in spans:
        busy += max(0, stop - max(at, start))
        at = max(at, stop)
    before = spans[0][0] if spans else end
    after = end - at
    return {name: value / 1e6 for name, value in {"load": end, "network": busy, "before": before, "between": end - busy - before - after, "after": after}.items()}


def under_way(exchange):
    """The stretches in which this computer waited for the network: what had arrived and was not yet noticed or judged (`late`) is its own."""
    for name, phase in exchange["phases"].items():
        if name in NETWORK and phase.get("state") == "measured":
            at, stop = phase["startNanos"], phase["startNanos"] + phase["durationNanos"]
            for late in exchange.get("late", []):  # in order, apart
                if at < late["atNanos"] < stop:
                    yield at, late["atNanos"]
                if late["atNanos"] < stop:
                    at = max(at, late["atNanos"] + late["durationNanos"])
            if at < stop:
                yield at, stop


def table(results):
    print("\n## What the time is made of\n")
    print("The clock of both engines begins when the document is asked for: the start of the browser is no part of it. *Network* is the time in which a lookup, a handshake,")
    print("a request or an answer was under way (without the check of certificates), and the number to compare; the rest is the engine's own: before the first packet, between answers and requests, and")
    print("after the last byte until the load event (for the built-in loader there is no such thing: its page is there with the last byte). Medians in ms, ours / Chromium's;")
    print("*load* is the machine's while it was measured, on two cores.\n")
    print("| page | version | load mark | network | ratio | before | between | after | load |")
    print("|---|---|---|---|---|---|---|---|---|")
    ratios = []
    for result in results:
        if not result["builtin"] or not result["chrome"]:
            continue
        middle = {name: [statistics.median(each[name] for each in result[engine]) for engine in ("builtin", "chrome")]
                  for name in ("load", "network", "before", "between", "after")}
        ratios.append(middle["network"][0] / middle["network"][1])
        cells = {name: f"{ours:.0f} / {theirs:.0f}" for name, (ours, theirs) in middle.items()}
        print(f"| {result['page']} | {result['version']} | {cells['load']} | {cells['network']} | {ratios[-1]:.2f} | {cells['before']} | {cells['between']} | {cells['after']} | {result['load']:.0f} |")
    if ratios:
        print(f"\nNetwork time, median ratio {statistics.median(ratios):.2f}; within 10 %: {sum(abs(each - 1) <= .1 for each in ratios)} of {len(ratios)}.")
