"""compare.py PART FOLDER PAIRS LIGHTFOOT: measures one part of what compare.sh writes a table of; `table FOLDER` prints that table."""
import json
import os
import platform
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

LAB = Path(__file__).parent
RUN = Path(os.environ.get("LAB_RUN") or Path(os.environ.get("TMPDIR", "/tmp")) / "lightfoot-lab")
CLIENT = [str(LAB / "in.sh"), "client"]
RUNS = 20
LONGER = 5                                     # ms that the link gains
BLOCKS = 10                                    # how often the link is made longer, for two sessions
TURNS = 12                                     # comparisons in turn of a URL with itself
TOGETHER = 10                                  # sessions that one start of the program makes
NEAR = "https://r20.shop.test:8420/ok"         # 20 ms away
FAR = "https://www.shop.test/assets/a.css"     # 40 ms away
BEFORE, AFTER = "https://www.shop.test/nplus1/?n=50", "https://www.shop.test/joined/?n=50"
LOGS = ["nginx-access.jsonl", "gunicorn-access.log", "lightfoot-otlp.jsonl"]


def run(command, *arguments, check=(0,)):
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=300)
    if done.returncode not in check:
        raise SystemExit(f"{arguments}: status {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def sessions(command, folder, names, url):
    """Makes sessions of 20 cold runs, one after the other; their files."""
    said = run(CLIENT + command, "probe", *[url] * len(names), "--runs", str(RUNS), "--json", "--unredacted", "--ca", str(RUN / "ca/ca.pem"),
               "--data-dir", str(folder / "none"))
    made = json.loads(said)
    files = []
    for name, snapshot in zip(names, made if isinstance(made, list) else [made], strict=True):
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps({key: value for key, value in snapshot.items() if key != "checksum"}))
    return files


def compare(command, folder, a, *others):
    """The comparisons of the others with A, without what other sessions say."""
    said = json.loads(run(command, "compare", str(a), *map(str, others), "--json", "--data-dir", str(folder / "none"), check=(0, 1)))
    return said if isinstance(said, list) else [said]


def brief(said):
    total = said["total"]
    return {"verdict": said["verdict"], "order": said["order"], "gap": said["gapNanos"] / 1e9, "drift": said["drift"],
            **{key: total.get(key) for key in ("shiftNanos", "lowNanos", "highNanos", "floorNanos", "p")},
            "phases": {each["phase"]: {"shift": each.get("shiftNanos"), "verdict": each["verdict"]} for each in said["phases"]},
            "parts": {each["name"] or "left over": each["nanos"] for each in said["attribution"]},
            "attribution": said.get("attributionNanos"), "own": list(said.get("own", {}).values()), "runs": [said["a"]["runs"], said["b"]["runs"]]}


def same(command, folder, count):
    """Sessions one after the other, nothing changed."""
    begun = time.time()
    for first in range(0, count, TOGETHER):
        sessions(command, folder, [f"same-{i:03}" for i in range(first, min(count, first + TOGETHER))], NEAR)
    return {"seconds": time.time() - begun, "sessions": count}


def pairs(command, folder, count):
    """Each session compared with those at the same place in all later starts of the program."""
    near, apart = [], []
    for i in range(count - TOGETHER):
        found = [brief(each) for each in compare(command, folder, *[folder / f"same-{k:03}.json" for k in range(i, count, TOGETHER)])]
        near.append(found[0])
        apart += found[1:]
    return {"next": near, "apart": apart}


def turns(command, folder, _):
    """A URL in turn with itself."""
    return [brief(json.loads(run(CLIENT + command, "compare", NEAR, NEAR, "--json", "--ca", str(RUN / "ca/ca.pem"), "--data-dir", str(folder / "none"),
                                 check=(0, 1)))) for _ in range(TURNS)]


def lengthen(by):
    """Ends the link between client and web server and starts it anew, that much longer."""
    pid = RUN / "pid/link-web"
    subprocess.run(["kill", pid.read_text().strip()], check=True)
    while Path(f"/proc/{pid.read_text().strip()}").exists():
        time.sleep(0.02)
    env = {**os.environ, "LAB_RTT_web": str(40 + by)}
    subprocess.run([str(LAB / "up.sh")], check=True, env=env, stdout=subprocess.DEVNULL)


def link(command, folder, _):
    """The link 5 ms longer: two sessions in one start of the program, then two with the link as it was, compared place by place."""
    found = []
    for block in range(BLOCKS):
        files = {}
        for name, by in (("long", LONGER), ("short", 0)):
            lengthen(by)
            files[name] = sessions(command, folder, [f"link-{block}-{name}-{i}" for i in range(2)], FAR)
        found += [brief(compare(command, folder, a, b)[0]) for a, b in zip(files["short"], files["long"], strict=True)]
    return found


def page(command, folder, _):
    """The page with a query for each row, and the same with one that joins, opened with the servers' logs."""
    said = {}
    logs = [str(RUN / "log" / each) for each in LOGS]
    for name, url in (("before", BEFORE), ("after", AFTER)):
        file = folder / f"page-{name}.json"
        file.write_text(run(CLIENT + command, "stack", url, "--runs", str(RUNS), "--warm-up", "5", "--json", "--unredacted", "--ca", str(RUN / "ca/ca.pem"),
                            "--data-dir", str(folder / "none"), "--logs", *logs))
        said[name] = str(file)
    text = run(command, "compare", said["before"], said["after"], "--data-dir", str(folder / "none"), check=(0, 1))
    return {"text": text, "json": compare(command, folder, said["before"], said["after"])[0]}


def rate(found):
    false = sum(each["verdict"] in ("faster", "slower") for each in found)
    return false, len(found)


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def within(parts, name):
    return abs(parts.get(name, 0) / 1e6 - LONGER) <= 1


def table(folder):
    load = lambda part: json.loads((folder / f"{part}.result.json").read_text())
    made, inturn, longer, repaired = {**load("same"), **load("pairs")}, load("turns"), load("link"), load("page")
    print("# Comparison: change and chance\n")
    print(f"By `probes/lab/compare.sh`, in the lab, {RUNS} cold runs a side, {platform.system()} {platform.release().split('-')[0]}, {os.cpu_count()} "
          f"processors, on which the load average was {min(load('loads')):.0f} to {max(load('loads')):.0f}.\n")
    print("## Nothing changed\n")
    print("| sides | pairs | verdicts although nothing changed | largest shift, ms | largest floor, ms | pairs widened for drift |")
    print("|---|---|---|---|---|---|")
    for name, found in (("from one start of the program to the next", made["next"]), ("to later starts", made["apart"]), ("in turn", inturn)):
        false, number = rate(found)
        print(f"| {name} | {number} | {false} ({percent(false, number)}) | {max((abs(e['shiftNanos']) for e in found), default=0) / 1e6:.1f} | "
              f"{max((e['floorNanos'] for e in found), default=0) / 1e6:.1f} | {sum(e['drift'] for e in found)} |")
    gaps = sorted(each["gap"] for each in made["apart"])
    print(f"\nThe pairs are made of {made['sessions']} sessions, {TOGETHER} to a start of the program, made within {made['seconds'] / 60:.0f} minutes: "
          "each is compared with the ones at the same place of every later start, for the first session of a start is slower than the "
          "others. Pairs share their sessions, so that they are not independent of each other; those to later starts"
          + (f" have {gaps[0] / 60:.1f} to {gaps[-1] / 60:.1f} minutes between them" if gaps else "")
          + ". What sessions that were kept before say of the distance between sessions was not taken into account: with three and more of them the "
          "floor is higher and verdicts are fewer.\n")
    own = [nanos / 1e6 for each in [*made["next"], *made["apart"], *inturn, *longer] for nanos in each["own"]]
    if own:
        print(f"In the middle of a session's runs this computer itself took {min(own):.1f} to {max(own):.1f} ms, which none of these times holds.\n")
    print(f"## The link {LONGER} ms longer\n")
    slower = [each for each in longer if each["verdict"] == "slower"]
    right = [each for each in slower if all(within(each["parts"], name) for name in ("tcp", "tls", "wait"))]
    phases = Counter(name for each in longer for name, phase in each["phases"].items() if phase["verdict"] == "slower")
    others = Counter(name for each in longer for name, phase in each["phases"].items()
                     if phase["verdict"] in ("slower", "faster") and name not in ("tcp", "tls", "wait"))
    print(f"At 40 ms, {len(longer)} pairs, long before short: said to be slower {len(slower)} ({percent(len(slower), len(longer))}), with {LONGER} ± 1 ms each attributed "
          f"to tcp, tls and wait {len(right)} ({percent(len(right), len(longer))}). A verdict of slower has the phase tcp in {phases['tcp']}, tls in "
          f"{phases['tls']}, wait in {phases['wait']} of them; another phase has a verdict in {sum(others.values())}.\n")
    print("| | shift, ms | tcp | tls | wait | all else |\n|---|---|---|---|---|---|")
    for i, each in enumerate(longer):
        parts = {name: nanos / 1e6 for name, nanos in each["parts"].items()}
        rest = sum(nanos for name, nanos in parts.items() if name not in ("tcp", "tls", "wait"))
        print(f"| {i + 1} | {each['shiftNanos'] / 1e6:+.1f} ({each['lowNanos'] / 1e6:+.1f} to {each['highNanos'] / 1e6:+.1f}) | "
              + " | ".join(f"{parts.get(name, 0):+.1f}" for name in ("tcp", "tls", "wait")) + f" | {rest:+.1f} |")
    print("\n## A page repaired\n")
    print("`/nplus1/?n=50` asks the database once for each row, `/joined/?n=50` in one query:\n")
    print("```\n" + re.sub(r"\u00a0", " ", repaired["text"]).rstrip() + "\n```")


if __name__ == "__main__":
    part, target = sys.argv[1], Path(sys.argv[2])
    if part == "table":
        table(target)
    else:
        measured = {"same": same, "pairs": pairs, "turns": turns, "link": link, "page": page}[part](sys.argv[4:], target, int(sys.argv[3]))
        (target / f"{part}.result.json").write_text(json.dumps(measured))
        loads = target / "loads.result.json"
        before = json.loads(loads.read_text()) if loads.exists() else []
        loads.write_text(json.dumps([*before, os.getloadavg()[1]]))
