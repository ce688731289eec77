#!/usr/bin/python3
"""causes.py: what Lightfoot bills for pages of known causes, beside what the database and the cache logged of them.

causes.py measure KIND OUT.json LIGHTFOOT...   in a lab that is up; KIND is one of KINDS
causes.py noise OUT.json TRIES LIGHTFOOT...    the same URL beside 20 other requests a second, logs without ids
causes.py table FOLDER                         the results as CAUSES.md, on standard output

The truth is counted here from PostgreSQL's csvlog and Redis' MONITOR, with none of Lightfoot's code: nothing else runs in the lab, so
what was logged from one request's start to the next one's is that request's.
"""
import calendar, csv, json, os, platform, re, subprocess, sys, time
from pathlib import Path

LAB = Path(__file__).resolve().parent
RUN = Path(os.environ.get("LAB_RUN") or Path(os.environ.get("TMPDIR", "/tmp")) / "lightfoot-lab")
LOG, DATABASE_LOG = RUN / "log", RUN / "pg/log"
RUNS, WARM_UPS = 5, 2
RTT = {"database": float(os.environ.get("LAB_RTT_db", 2)) / 1e3, "cache": float(os.environ.get("LAB_RTT_cache", 1)) / 1e3}
KINDS = {  # which logs Lightfoot is given
    "agent": ["nginx-access.jsonl", "gunicorn-access.log", "lightfoot-otlp.jsonl", "redis-monitor.log"],
    "ids": ["nginx-access.jsonl", "gunicorn-access.log", "django.jsonl", "redis-monitor.log"],
    "none": ["nginx-access.log", "gunicorn-access.log", "django.log", "redis-monitor.log"],
}
CAUSES = {  # page: what it does
    "threads/?n=5": "queries in 5 threads at once",
    "savepoints/?n=5": "5 savepoints in a transaction",
    "cursor/?n=5": "server-side cursor, 5 FETCHes and an empty one",
    "bulk/?n=5": "bulk_create in 5 batches",
    "many/?n=5": "executemany of 5 rows (psycopg2)",
    "pipeline/?n=5": "pipeline of 5 statements (libpq)",
    "gets/?n=10": "Redis: 10 GETs",
    "mget/?n=10": "Redis: MGET of 10 keys",
    "redispipeline/?n=10": "Redis: pipeline of 10 GETs",
    "outgoing/?n=5": "outgoing call with traceparent",
    "outgoingbare/?n=5": "outgoing call without traceparent",
    "guarded/?n=5": "nginx auth_request before the view",
    "retried/?n=5": "503, then a second upstream",
    "latestream/?n=5": "stream that queries after its head",
    "afterwards/?n=5": "work after the response",
    "broken/?n=5": "exception after the headers",
}


# --- the truth

def csv_seconds(text):
    stamp, _, zone = text.rpartition(" ")
    assert zone == "UTC", text
    whole, _, part = stamp.partition(".")
    return calendar.timegm(time.strptime(whole, "%Y-%m-%d %H:%M:%S")) + float("0." + part)


def statements(added):
    """(session, start, end, text) of each statement; of a connection that was opened, too, with the text connect."""
    found = []
    for row in csv.reader(added.splitlines(keepends=True)):
        at, session, message = csv_seconds(row[0]), row[3], row[13]
        timed = re.match(r"duration: ([\d.]+) ms  (?:statement|execute [^:]*): (.*)", message, re.DOTALL)
        if timed:
            found.append((session, at - float(timed[1]) / 1e3, at, timed[2]))
        elif message.startswith("connection authorized"):
            found.append((session, at, at, "connect"))
    return found


def commands(added):
    found = []
    for line in added.splitlines():
        taken = re.match(r'([\d.]+) \[\d+ ([^\]]+)\] "([^"]*)"', line)
        if taken:
            found.append((taken[2], float(taken[1]), float(taken[1]), taken[3]))
    return found


def trips(calls, rtt):
    """Lists of calls that travelled together: on one connection, with less than half a round trip between answer and question."""
    last, together = {}, []
    for call in sorted(calls, key=lambda call: call[2]):
        group = last.get(call[0])
        if group is not None and call[1] - group[-1][2] < rtt / 2:
            group.append(call)
        else:
            last[call[0]] = group = [call]
            together.append(group)
    return together


def in_a_row(groups, rtt):
    """How many trips of these can have waited for each other: the longest chain of those that do not overlap."""
    count, end = 0, float("-inf")
    for group in sorted(groups, key=lambda group: group[-1][2]):
        if group[0][1] - end >= rtt / 2:
            count, end = count + 1, group[-1][2]
    return count


def truth(calls, rtt, begin, left, over):
    """What was called from begin to over, and how much of it before the answer's head left."""
    own = [call for call in calls if begin <= call[2] < over]
    asked = [call for call in own if call[3] != "connect"]
    groups = trips(asked, rtt)
    return {"operations": len(asked), "trips": len(groups), "in_a_row": in_a_row(groups, rtt), "connects": len(own) - len(asked),
            "later": sum(1 for group in groups if group[0][1] > left)}


class Tail:
    """What was added to a file since then."""

    def __init__(self, path):
        self.path, self.begin = path, path.stat().st_size if path.exists() else 0

    def added(self):
        with open(self.path, "rb") as file:
            file.seek(self.begin)
            return file.read().decode("utf-8", "replace")


def requests(added, page):
    """(begin, head left, end) of each request for the page, by nginx."""
    found = []
    for line in added.splitlines():
        entry = json.loads(line)
        if entry["uri"] == "/" + page and entry["remote_addr"] != "127.0.0.1":
            end = float(entry["msec"])
            begin = end - float(entry["request_time"])
            response, head = (float(re.findall(r"[\d.]+", entry[key])[-1]) for key in ("upstream_response_time", "upstream_header_time"))
            found.append((begin, end - (response - head), end))
    return found


# --- what Lightfoot says

def layers(text):
    """The table of layers: name -> operations, trips, sum, own, network, critical."""
    found = {}
    for line in section(text, "What each layer did"):
        cells = re.split(r"\s{2,}", line.strip())
        if len(cells) == 7 and cells[0] != "Layer":
            found[cells[0].replace("Server · ", "")] = cells[1:]
    return found


def count(cell):
    """A number as it is written, 0 where there is none."""
    digits = re.sub(r"[^0-9.]", "", cell)
    return float(digits) if digits else 0.0


def verdict(text):
    """What a reader is told: trips in all, trips after the wait, whether there may be more, what could not be told."""
    told = layers(text)
    said = {"joined": bool(told), "explained": re.search(r"(\d+) % of the wait explained", text)}
    said["explained"] = int(said["explained"][1]) if said["explained"] else None
    for layer in ("database", "cache", "external"):
        cells = told.get(layer, ["–"] * 6)
        later = re.search(r"Server · %s: (\d+) trips?\s+began" % layer, text)
        said[layer] = {"operations": int(count(cells[0])), "trips": int(count(cells[1])), "at_least": "≥" in cells[0],
                       "later": int(later[1]) if later else 0, "critical": count(cells[5])}
    billed = [line for line in section(text, "Ledger of run") if re.match(r"Server · datab", line)]
    said["ledger"] = sum(int(count(re.split(r"\s{2,}", line)[2])) for line in billed)
    wait = re.search(r"^Client wait +\d+ +[\d.]+ +[\d .]+? +([\d.]+) +[\d.]+ ", text, re.MULTILINE)
    said["wait"] = count(wait[1]) if wait else None
    said["critical"] = round(sum(count(cells[5]) for cells in told.values()), 1)
    flat = re.sub(r"\s+", " ", text)
    said["remarks"] = [word for word, sign in REMARKS.items() if sign in flat]
    return said


REMARKS = {"not matched": "not matched", "other sessions": "over sessions that none of", "several threads": "threads or sessions logged",
           "may be others'": "may be theirs", "took longer": "took longer than their servers", "not logged": "it did not log that", "contradiction": "Contradictions - ",
           "after the wait": "began when the wait was over", "joined by time": "joined by time"}


def section(text, title):
    """The lines from that title to the next empty one."""
    return text.partition("\n" + title)[2].partition("\n\n")[0].splitlines()[1:]


def measure(kind, out, lightfoot):
    logs = [str(LOG / name) for name in KINDS[kind]] + [str(DATABASE_LOG / ("pg.json" if kind != "none" else "pg.log"))]
    client = [str(LAB / "in.sh"), "client"]
    subprocess.run(client + ["curl", "-sZ", "--parallel-max", "16", "-o", "/dev/null", "https://www.shop.test/slow/?s=0.3&i=[1-48]"], check=True)
    subprocess.run(client + ["curl", "-s", "-o", "/dev/null", "https://www.shop.test/redisloop/?n=10&i=[1-8]"], check=True)
    for log in logs:
        Path(log).touch()
    results = []
    monitor = open(LOG / "redis-monitor.log", "ab")
    watch = subprocess.Popen([str(LAB / "in.sh"), "cache", "redis-cli", "-h", "10.77.4.2", "monitor"], stdout=monitor)
    try:
        for page, words in CAUSES.items():
            if os.environ.get("CAUSES") and not re.search(os.environ["CAUSES"], page):
                continue
            results.append(cause(kind, "causes/" + page, words, client + lightfoot, logs, out.parent))
            print(json.dumps(results[-1]), flush=True)
    finally:
        watch.terminate()
    out.write_text(json.dumps(results, indent=1))


def cause(kind, page, words, lightfoot, logs, folder):
    tails = [Tail(Path(log)) for log in logs]
    database, cache, nginx = Tail(DATABASE_LOG / "pg.csv"), Tail(LOG / "redis-monitor.log"), Tail(LOG / "nginx-access.jsonl")
    said = subprocess.run(lightfoot + ["stack", "https://www.shop.test/" + page, "--runs", str(RUNS), "--warm-up", str(WARM_UPS),
                                       "--data-dir", str(folder / "data"), "--save", kind, "--logs"] + logs, capture_output=True, text=True)
    text = said.stdout + said.stderr
    time.sleep(0.3)  # for what is done after the last answer
    kept = folder / f"{kind}-{page.split('/')[1]}"  # so that a number can be looked into
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "said.txt").write_text(text)
    for tail in tails:
        (kept / tail.path.name).write_text(tail.added())
    for snapshot in (folder / "data").glob("snapshots/*.json"):
        snapshot.rename(kept / "snapshot.json")
    made = requests(nginx.added(), page)
    shown = re.search(r"^Run (\d+),", text, re.MULTILINE)
    kept_runs = json.loads((kept / "snapshot.json").read_text())["runs"]  # fewer than planned where the same failure would repeat
    at = len(made) - len(kept_runs) + (int(shown[1]) if shown else 1) - 1
    begin, left, end = made[at]
    over = made[at + 1][0] if at + 1 < len(made) else time.time()
    return {"kind": kind, "page": page, "cause": words, "run": at, "requests": len(made),
            "database": truth(statements(database.added()), RTT["database"], begin - .001, left, over - .001),
            "cache": truth(commands(cache.added()), RTT["cache"], begin - .001, left, over - .001),
            "said": verdict(text), "exit": said.returncode}


# --- beside other requests

NOISE, RATE = "nplus1/?n=10", 20
STATEMENTS = 11


def noise(out, tries, lightfoot):
    """Probes one URL while so many others a second ask for the same; right, or not told."""
    client = [str(LAB / "in.sh"), "client"]
    logs = [str(LOG / "nginx-access.log"), str(LOG / "gunicorn-access.log"), str(LOG / "django.log"), str(DATABASE_LOG / "pg.log")]
    others = subprocess.Popen(client + ["/usr/bin/python3", str(Path(__file__)), "ask", "https://www.shop.test/" + NOISE, str(RATE)])
    results = []
    try:
        time.sleep(2)
        for attempt in range(tries):
            said = subprocess.run(client + lightfoot + ["stack", "https://www.shop.test/" + NOISE, "--runs", str(RUNS), "--logs"] + logs,
                                  capture_output=True, text=True)
            kept = out.parent / f"noise-{attempt}"
            kept.mkdir(parents=True, exist_ok=True)
            (kept / "said.txt").write_text(said.stdout + said.stderr)
            results.append(verdict(said.stdout))
            print(json.dumps(results[-1]), flush=True)
    finally:
        others.terminate()
    out.write_text(json.dumps(results, indent=1))


def ask(url, rate):
    """Asks for it so often, whatever the answers take, until it is ended."""
    import threading, urllib.request
    while True:
        threading.Thread(target=lambda: urllib.request.urlopen(url, timeout=10).read(), daemon=True).start()
        time.sleep(1 / rate)


# --- the table

NAMES = {"agent": "agent and logs", "ids": "logs with ids", "none": "logs without ids"}


def cell(result):
    """(what stands in the table, whether it is right or honest)"""
    said = result["said"]
    if not said["joined"]:
        return "not joined", True
    layer = "cache" if result["cache"]["operations"] else "database"
    true, told = result[layer], said[layer]
    text = ("≥ " if told["at_least"] else "") + str(told["trips"])
    if told["later"]:
        text += f" ({told['later']} later)"
    wanted, later = true["trips"], true["later"]
    if result["page"].startswith("causes/outgoingbare"):
        wanted = 1  # the others are of a request that nothing connects with this one
    right = told["trips"] == wanted and told["later"] == later or told["trips"] == wanted - later and told["later"] == 0
    honest = told["at_least"] and told["trips"] <= wanted or not told["trips"] and said["remarks"]
    if not told["trips"] and not right:
        text = "not told"
    within = said["wait"] is None or said["critical"] <= said["wait"] + 0.1 * (2 + len(said))
    if not within:
        text += f", {said['critical']} of {said['wait']} ms"
    marks = [mark for mark in said["remarks"] if mark not in ("joined by time", "after the wait")]
    text += "".join(f"; {mark}" for mark in marks)
    return text, (right or bool(honest)) and within


def table(folder):
    kinds = {kind: json.loads((folder / f"{kind}.json").read_text()) for kind in NAMES if (folder / f"{kind}.json").exists()}
    rows, wrong, cells = [], [], 0
    for page, words in CAUSES.items():
        row = [words]
        for kind, results in kinds.items():
            result = next((each for each in results if each["page"] == "causes/" + page), None)
            if result is None:
                row.append("")
                continue
            layer = "cache" if result["cache"]["operations"] else "database"
            true = result[layer]
            text, right = cell(result)
            cells += 1
            wrong += [] if right else [f"{words}, {NAMES[kind]}"]
            truth = f"{true['trips']}" + (f" ({true['later']} later)" if true["later"] else "")
            row.append(f"{truth} | {text if right else '**' + text + '**'}")
        rows.append("| " + " | ".join(row) + " |")
    head = "| cause | " + " | ".join(f"log | {NAMES[kind]}" for kind in kinds) + " |"
    line = "|---|" + "---|---|" * len(kinds)
    print(TEXT.format(date=time.strftime("%Y-%m-%d"), machine=f"{platform.system()} {platform.release().split('-')[0]}, {os.cpu_count()} processors",
                      db=RTT["database"] * 1e3, cache=RTT["cache"] * 1e3, runs=RUNS, warm=WARM_UPS))
    print("\n".join([head, line] + rows) + "\n")
    print(f"{cells - len(wrong)} of {cells} cells are right, or say that they do not know." + (f" Wrong: {'; '.join(wrong)}." if wrong else ""))
    noisy(folder)
    tries(folder)


def noisy(folder):
    quiet = folder / "noise.json"
    if quiet.exists():
        results = json.loads(quiet.read_text())
        told = [each for each in results if each["database"]["trips"]]
        right = [each for each in told if each["database"]["trips"] == STATEMENTS or each["database"]["at_least"]]
        print(f"\n**Beside others.** `/{NOISE}` ({STATEMENTS} statements) was probed {len(results)} times, {RUNS} runs each, while {RATE} other requests a"
              f" second asked for the same, two gunicorn workers of eight threads, logs without ids: {len(right)} right,"
              f" {len(results) - len(told)} not joined, {len(told) - len(right)} wrong.")


def tries(folder):
    """What became of each request's entries in each log, under each circumstance (tries.sh)."""
    if not (folder / "tries.json").exists():
        return
    found = json.loads((folder / "tries.json").read_text())
    logs = ["nginx", "gunicorn", "django", "postgresql"]
    cells, wrong = {}, 0
    for each in found["counts"]:
        ids, circumstance, log = each["circumstance"].split("; ")
        cells.setdefault((circumstance, ids), {})[log] = f"{each['right']} / {each['notJoined']} / {each['wrong']}"
        wrong += each["wrong"]
    joins = sum(each["right"] + each["notJoined"] + each["wrong"] for each in found["counts"])
    print(TRIES.format(requests=found["requests"], rate=RATE, joins=joins, wrong=wrong))
    print("| logs | ids | " + " | ".join(logs) + " |")
    print("|---" * (2 + len(logs)) + "|")
    for (circumstance, ids), row in cells.items():
        print(f"| {circumstance} | {ids.split(' ')[0]} | " + " | ".join(row.get(log, "") for log in logs) + " |")


TEXT = """# Pages of known causes: what is billed beside what was logged

Taken on {date} on {machine}, by `probes/lab/causes.sh`: {warm} warm-ups and {runs} cold runs a cell, database {db:g} ms away, Redis {cache:g} ms.

**Method.** Each page of `lab/site/shop/causes.py` does one thing that is easily counted wrongly. `lightfoot stack` measures it with the
logs of the real servers; its own text is read, of the run that it shows. *log*: how many trips PostgreSQL's csvlog or Redis' MONITOR
shows from that request's start to the next one's, counted by `lab/causes.py` with none of Lightfoot's code: what one connection was
asked less than half a round trip after the answer before travelled together. *later*: of these, begun after the answer's head
had left nginx. Connections that were opened are not counted on either side's log.

**Cells** show Lightfoot's trips; ≥ where it says "at least"; after a semicolon what it says besides. A cell in bold is wrong: trips that
are not the log's and not said to be a lower bound, or layers that add up to more than the wait. "not joined": nothing was opened, and
the headline says so.
"""

TRIES = """
## The join, tried

{requests} requests for the same page were measured by `lab/tries.sh`, five at a time, while {rate} others a second asked for it; with half of them nginx
sent an equal request to the shop within 1 ms (`mirror`). Each five were joined with some of the logs (nginx's; gunicorn's and Django's; nginx's and
PostgreSQL's; all), as they are, with the clock of one machine or of all wrong, and with logs of which a half is missing; with the ids that they
hold, and without. Which request each entry was for is known from the id that nginx gave it, which stands in the access logs and in a
comment of each statement, and was taken out before. Cells: requests of which all entries of that log were found and no others' / not joined / joined
wrongly; with a half missing, requests of which none are there and none were joined are right. **{wrong} of {joins} were joined wrongly.**
"""

if __name__ == "__main__":
    if sys.argv[1] == "measure":
        measure(sys.argv[2], Path(sys.argv[3]).resolve(), sys.argv[4:])
    elif sys.argv[1] == "noise":
        noise(Path(sys.argv[2]).resolve(), int(sys.argv[3]), sys.argv[4:])
    elif sys.argv[1] == "ask":
        ask(sys.argv[2], float(sys.argv[3]))
    elif sys.argv[1] == "table":
        table(Path(sys.argv[2]))
