"""The servers of advice_cases.py in the lab: each page with its fault, or mended."""
import os
import re
import shutil
import subprocess
import time
from pathlib import Path
from advice_cases import CASES
from pages import files

STATES = ("fault", "mended")


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
        for cache in ("10.77.4.2", "10.77.6.2"):  # what a mended page stored would mend the next take's fault
            quiet(["ip", "netns", "exec", "lab-web", "bash", "-c", f"exec 3<>/dev/tcp/{cache}/11211; printf 'flush_all\\r\\nquit\\r\\n' >&3; cat <&3"])
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
