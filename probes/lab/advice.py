"""Measures the pages of advice_cases.py in the lab, with their fault and mended. Commands: prepare, measure; see advice.sh."""
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from advice_cases import BY_NAME, SITE
from advice_lab import STATES, Lab

LAB = Path(__file__).resolve().parent
CLIENT = [str(LAB / "in.sh"), "client"]


class Program:
    def __init__(self, run, folder, runs, command):
        self.run, self.folder, self.runs = Path(run), folder, runs
        self.command = CLIENT + command
        self.data = folder / "data"

    def said(self, *arguments):
        done = subprocess.run([*self.command, *arguments, "--data-dir", str(self.data)], capture_output=True, text=True, timeout=300)
        return done

    def measure(self, case, state):
        """Measures the page and keeps the snapshot under the name of page and state."""
        mended = state == "mended"
        url = case.twin_url if mended and case.twin_url else case.url
        options = case.twin_options if mended and case.twin_options is not None else case.options
        runs = str(case.runs or (min(self.runs, 6) if case.command == "page" else self.runs))
        arguments = [case.command, url, "--runs", runs, "--ca", str(self.run / "ca/ca.pem"), "--save", f"{case.name}-{state}", *options]
        if case.command == "stack":
            arguments += ["--warm-up", "4", "--logs", *(str(self.run / each) for each in ("log/nginx-access.jsonl", "log/lightfoot-otlp.jsonl", "pg/log/pg.json"))]
        said = self.said(*arguments)
        (self.folder / f"{case.name}-{state}.txt").write_text(said.stdout + said.stderr)
        return self.total(f"{case.name}-{state}")

    def snapshot(self, name):
        for path in sorted((self.data / "snapshots").glob("*.json"), key=os.path.getmtime, reverse=True):
            try:
                document = json.loads(path.read_text())
            except ValueError:
                continue
            if isinstance(document, dict) and document.get("name") == name:
                return document
        return None

    def total(self, name):
        """Medians over the cold runs: (id, total, first byte) in milliseconds."""
        document = self.snapshot(name)
        if document is None:
            return {"id": None}
        totals, firsts = [], []
        for run in document["runs"]:
            if run["state"] == "cold" and not run.get("error") and run["exchanges"]:
                last = run["exchanges"][-1]
                page = run.get("page") or {}
                totals.append(page.get("loadNanos") or last["marks"]["lastByteNanos"])
                firsts.append(last["marks"]["finalFirstByteNanos"])
        return {"id": document["id"], "runs": len(totals), "total": median(totals), "first byte": median(firsts)}

    def findings(self, subject):
        done = self.said("findings", subject, "--json")
        return json.loads(done.stdout)

    def predicted(self, name, changes):
        done = self.said("what-if", name, *(part for change in changes for part in ("--set", change)), "--json")
        if done.returncode:
            return {"refused": done.stderr.strip()[-400:]}
        return json.loads(done.stdout)

    def grades(self):
        return json.loads(self.said("what-if", "--grades", "--json").stdout)


def median(values):
    return round(statistics.median(values) / 1e6, 1) if values else None


def ask(url, times):
    subprocess.run([*CLIENT, "curl", "-skL", *["-o", "/dev/null", url] * times], check=False)


def state(lab, program, case, which):
    lab.flip(case, which == "mended")
    ask(case.url, 6)
    measured = program.measure(case, which)
    return measured | {"findings": brief(program.findings(measured["id"]))}


def brief(document):
    return {"found": [{"rule": each["rule"], "route": each["subject"].get("route"), "text": each["subject"].get("text"), "count": each["count"],
                       "grade": each["grade"], "severity": each["severity"], "saving": each.get("saving")} for each in document["findings"]],
            "inOrder": document["inOrder"], "notApplicable": document["notApplicable"]}


def routes(program, case, which):
    """What a log of several routes shows, which one page's snapshot cannot."""
    log = program.run / "log/lightfoot-otlp.jsonl"
    begin = log.stat().st_size
    for word in ("", "one", "second", "another"):
        ask(f"{SITE}{case.name}{word}/", 4)
    time.sleep(2)
    with open(log, "rb") as file:
        file.seek(begin)
        (program.folder / f"{case.name}-routes-{which}.jsonl").write_bytes(file.read())
    return brief(program.findings(str(program.folder / f"{case.name}-routes-{which}.jsonl")))


def checked(program, snapshot):
    """A limit of statements, which a test in a pipeline would hold: assertNumQueries for whole requests."""
    budget = program.folder / "budget.json"
    budget.write_text('{"format":"lightfoot/budget","version":1,"limits":[{"what":"trips","layer":"database","max":2}]}')
    done = program.said("check", snapshot, "--budget", str(budget), "--json")
    return json.loads(done.stdout)["results"][0] | {"exit": done.returncode}


def case(lab, program, case):
    result = {"name": case.name}
    for which in STATES:
        result[which] = state(lab, program, case, which)
        if case.name in ("visitor", "central"):
            result[which]["routes"] = routes(program, case, which)
        if case.name == "select":
            result[which]["check"] = checked(program, result[which]["id"])
        if which == "fault" and case.change:
            result["predicted"] = program.predicted(result[which]["id"], case.change)
    return result


def measure(run, folder, runs, command):
    lab, program = Lab(run), Program(run, folder, runs, command)
    file = folder / "cases.json"
    results = json.loads(file.read_text()) if file.exists() else {}
    for name, each in BY_NAME.items():
        if re.search(os.environ.get("ADVICE", ""), name):
            try:
                results[name] = case(lab, program, each)
            except (ValueError, LookupError, OSError, subprocess.SubprocessError) as fault:
                results[name] = {"name": name, "failed": repr(fault)}
            print(json.dumps(short(results[name])), flush=True)
            file.write_text(json.dumps(results, indent=1))
    (folder / "grades.json").write_text(json.dumps(program.grades(), indent=1))


def short(result):
    found = {which: [each["rule"] for each in result[which]["findings"]["found"]] for which in STATES if which in result}
    times = {which: result[which].get("total") for which in STATES if which in result}
    return {"name": result["name"], **found, "ms": times, "failed": result.get("failed")}


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        Lab(sys.argv[2]).prepare()
    else:
        measure(sys.argv[2], Path(sys.argv[3]).resolve(), int(sys.argv[4]), sys.argv[5:])
