"""Measures the pages of advice_cases.py in the lab, with their fault and mended. Commands: prepare, measure; see advice.sh."""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from advice_cases import BY_NAME, CASES, SITE
from pages import files

LAB = Path(__file__).resolve().parent
CLIENT = [str(LAB / "in.sh"), "client"]
STATES = ("fault", "mended")


# --- how a page is mended

class Lab:
    """The servers, each page of which has its fault or is mended."""

    def __init__(self, run):
        self.run, self.folder = Path(run), Path(run) / "advice.d"
        self.mended = set()

    def prepare(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for case in CASES:
            for state, page in zip(STATES, case.files):
                at = self.folder / "www" / case.name / state
                at.mkdir(parents=True)
                files(str(at))
                os.truncate(at / "f.woff2", 9_000)  # it is only fetched, and in one flight
                shutil.copyfile(at / "3.png", at / "favicon.ico")
                (at / "large.js").write_text("".join(f"window.a{n} = {n};\n" for n in range(5000)))
                (at / "font.css").write_text(font("https://cdn.other.test:9522/f.woff2"))
                (at / "own.css").write_text(font("f.woff2"))
                (at / "imports.css").write_text("@import 'b.css';\np { margin: 2px }\n")
                (at / "index.html").write_text(page)
        (self.folder / "www" / "plain").mkdir(parents=True)
        (self.folder / "www" / "plain" / "ok").write_text("ok\n" * 100)
        self.write()

    def flip(self, case, mended):
        (self.mended.add if mended else self.mended.discard)(case.name)
        flag = self.run / "advice" / case.name
        flag.touch() if mended else flag.unlink(missing_ok=True)
        self.write()
        quiet(["nginx", "-t", "-q", "-c", str(self.folder / "nginx.conf")])
        os.kill(int((self.run / "pid" / "advice-nginx").read_text()), 1)
        self.resolve()
        time.sleep(1)

    def write(self):
        main = (self.run / "nginx/nginx.conf").read_text()
        formats = re.search(r"  log_format json .*?';\n", main, re.DOTALL)[0]
        (self.folder / "nginx.conf").write_text(CONF.format(run=self.run, formats=formats, servers="\n".join(
            self.server(case) for case in CASES if case.nginx)))

    def server(self, case):
        state = case.name in self.mended
        root = f"www/{case.name}/{STATES[state]}" if case.files else "www/plain"
        port = re.search(r":(\d+)/", case.url)[1]
        lines = case.nginx[state].format(port=f"[::]:{port}", run=self.run)
        lines = re.sub(r"(listen [^;]+)", r"\1 ipv6only=off", lines, count=1)
        return f"  server {{ root {self.folder}/{root}; index index.html; {lines} }}"

    def resolve(self):
        """The zone's records, and nothing of them left with the resolver."""
        zone = self.run / "knot/other.test.zone"
        old = zone.read_text()
        kept = re.sub(r"^; advice.*", "", old, flags=re.DOTALL | re.MULTILINE)
        serial = int(re.search(r"hostmaster \S+ (\d+)|hostmaster\S* (\d+)", kept)[0].split()[-1]) + 1
        kept = re.sub(r"(hostmaster\S*) \d+", rf"\1 {serial}", kept)
        records = "\n".join(case.zone[case.name in self.mended] for case in CASES if case.zone)
        zone.write_text(f"{kept}; advice\nthird A 10.77.14.2\n{records}\n")
        quiet(["ip", "netns", "exec", "lab-dns", "knotc", "-c", str(self.run / "knot/knot.conf"), "-b", "zone-reload", "other.test"])
        quiet(["ip", "netns", "exec", "lab-dns", "unbound-control", "-c", str(self.run / "knot/unbound.conf"), "flush_zone", "other.test"])


def font(url):
    return "@font-face { font-family: F; src: url(%s) format('woff2') }\n.used { font-family: F }\n" % url


def quiet(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


CONF = """user root;
worker_processes 2;
daemon off;
env SSLKEYLOGFILE;
pid {run}/advice.d/pid;
error_log {run}/log/advice-error.log warn;
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types;
  types_hash_max_size 4096;
  client_body_temp_path {run}/advice.d/body; proxy_temp_path {run}/advice.d/proxy; fastcgi_temp_path {run}/advice.d/f;
  uwsgi_temp_path {run}/advice.d/u; scgi_temp_path {run}/advice.d/s;
{formats}
  access_log {run}/log/nginx-access.jsonl json;
  ssl_certificate {run}/ca/chain.pem; ssl_certificate_key {run}/ca/leaf.key;
  ssl_protocols TLSv1.2 TLSv1.3; ssl_stapling on; ssl_stapling_file {run}/ca/ocsp.der;
  large_client_header_buffers 8 16k;
  gzip on; gzip_types text/css application/javascript; add_header Access-Control-Allow-Origin *;
  proxy_cache_path {run}/advice.d/cache keys_zone=answers:1m;
  proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Request-ID $request_id;
  upstream django {{ server 127.0.0.1:8000; keepalive 16; }}
  upstream distant {{ server 10.77.7.2:8000; keepalive 16; }}
  server {{ listen 127.0.0.1:9599; root {run}/advice.d/www/plain; access_log off; add_header Cache-Control "public, max-age=600"; }}
{servers}
}}
"""


# --- what Lightfoot says

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

    def findings(self, name, *options):
        done = self.said("findings", name, "--json", *options)
        (self.folder / f"{Path(name).name}-findings.json").write_text(done.stdout or done.stderr)
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
    return measured | {"findings": brief(program.findings(f"{case.name}-{which}"))}


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


def checked(program, which):
    """A limit of statements, which a test in a pipeline would hold: assertNumQueries for whole requests."""
    budget = program.folder / "budget.json"
    budget.write_text('{"format":"lightfoot/budget","version":1,"limits":[{"what":"trips","layer":"database","max":2}]}')
    done = program.said("check", f"select-{which}", "--budget", str(budget), "--json")
    return json.loads(done.stdout)["results"][0] | {"exit": done.returncode}


def case(lab, program, case):
    result = {"name": case.name}
    for which in STATES:
        result[which] = state(lab, program, case, which)
        if case.name in ("visitor", "central"):
            result[which]["routes"] = routes(program, case, which)
        if case.name == "select":
            result[which]["check"] = checked(program, which)
        if which == "fault" and case.change:
            result["predicted"] = program.predicted(f"{case.name}-fault", case.change)
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
