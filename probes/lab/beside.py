"""The same page by the built-in loader, by Chromium as Lightfoot drives it, and by puppeteer-core with chrome-har, side by side."""
import json
import os
import statistics
import subprocess

PAGES = ["https://docs.shop.test:9443/made/head.html", "https://docs.shop.test:9443/made/hosts.html", "https://docs.shop.test:9444/made/head.html"]
COMPARED = ("connect", "wait")


def measure(packages, file, pairs, command):
    """Loads each page several times in turn and keeps, for each URL, the middle of its connect and wait in ms."""
    results = []
    for page in PAGES:
        said = {"builtin": [], "chrome": [], "puppeteer": []}
        for _ in range(pairs):
            for engine in ("builtin", "chrome"):
                said[engine].append(ours(command, engine, page))
            said["puppeteer"].append(theirs(packages, page))
        results.append({"page": page, **{engine: middle(runs) for engine, runs in said.items()}})
        json.dump(results, open(file, "w"))


def ours(command, engine, page):
    """What Lightfoot says, as a HAR of its own would: connect holds TLS."""
    done = subprocess.run([*command, "page", page, "--engine", engine, "--runs", "1", "--json", "--unredacted", "--ca", os.environ["CURL_CA_BUNDLE"],
                           *(["--no-sandbox"] if engine == "chrome" else [])], capture_output=True, text=True, timeout=120)
    found = {}
    for exchange in json.loads(done.stdout)["runs"][0]["exchanges"]:
        spent = {name: phase["durationNanos"] / 1e6 for name, phase in exchange["phases"].items() if phase.get("state") == "measured"}
        connect = [spent[name] for name in ("tcp", "tls") if name in spent]
        found[exchange["url"]] = {"connect": sum(connect) if connect else None, "wait": spent.get("wait")}
    return found


def theirs(packages, page):
    done = subprocess.run(["node", os.path.join(os.path.dirname(os.path.abspath(__file__)), "beside.mjs"), "/usr/bin/chromium", page],
                          capture_output=True, text=True, timeout=120, cwd=packages, check=True)
    return {entry["request"]["url"]: {name: value if (value := entry["timings"].get(name, -1)) >= 0 else None for name in COMPARED}
            for entry in json.loads(done.stdout)["log"]["entries"]}


def middle(runs):
    """For each URL the median over the runs that know a value."""
    values = {}
    for run in runs:
        for url, timings in run.items():
            its = values.setdefault(url, {name: [] for name in COMPARED})
            for name in COMPARED:
                if timings[name] is not None:
                    its[name].append(timings[name])
    return {url: {name: statistics.median(some) if some else None for name, some in its.items()} for url, its in values.items()}


def table(results):
    print("\n## Beside an independent HAR of the same page\n")
    print("Each page in turn by the built-in loader, by Chromium as Lightfoot drives it and by puppeteer-core with chrome-har: medians in ms. Connect holds TLS.\n")
    print("| URL | connect: built-in | Chromium | puppeteer | wait: built-in | Chromium | puppeteer |")
    print("|---|---|---|---|---|---|---|")
    gaps = {name: [] for name in COMPARED}
    for result in results:
        engines = [result[engine] for engine in ("builtin", "chrome", "puppeteer")]
        for url in sorted(set().union(*engines)):
            if url.endswith("/favicon.ico"):
                continue
            cells = [each.get(url, {}).get(name) for name in COMPARED for each in engines]
            for position, name in enumerate(COMPARED):
                chrome, puppeteer = cells[3 * position + 1], cells[3 * position + 2]
                if chrome is not None and puppeteer is not None:
                    gaps[name].append(abs(chrome - puppeteer))
            print(f"| {url} | " + " | ".join("" if cell is None else f"{cell:.1f}" for cell in cells) + " |")
    for name in COMPARED:
        if gaps[name]:
            print(f"\n{name.capitalize()}, Chromium as driven here against puppeteer: {sum(gap <= 2 for gap in gaps[name])} of {len(gaps[name])} within 2 ms.")
