#!/bin/bash
# pages.sh [PAIRS [FOLDER]]: loads pages with the built-in loader and with Chromium in turn and writes ../PAGES.md: what each asked for, by whom
# it was named, how urgent, over how many connections, how long it took.
# Brings the lab up where it is down, and leaves it up. Debian packages beside the lab's: chromium, and documentation (see pages.py).
# PAGES: a pattern of `VERSION PAGE`, or `none` for the phases beside a capture, beside puppeteer and for what time is spent on only (no table is written then); LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lab/../.." && pwd)
pairs=${1:-3}
folder=${2:-$root/probes/target/pages}
lightfoot=${LIGHTFOOT:-$root/lightfoot}
. "$lab/env.sh"
"$lab/up.sh"
mkdir -p "$folder" "$RUN/pages"
/usr/bin/python3 "$lab/pages.py" prepare "$RUN/pages/h2" 9443
/usr/bin/python3 "$lab/pages.py" prepare "$RUN/pages/http1" 9444
cat >"$RUN/pages/nginx.conf" <<X
user root;
worker_processes 2;
daemon off;
env SSLKEYLOGFILE;
pid $RUN/pages/pid;
error_log $RUN/log/pages-error.log warn;
events { worker_connections 1024; }
http {
  include /etc/nginx/mime.types;
  access_log $RUN/log/pages-access.log;
  client_body_temp_path $RUN/pages/body; proxy_temp_path $RUN/pages/proxy; fastcgi_temp_path $RUN/pages/f;
  uwsgi_temp_path $RUN/pages/u; scgi_temp_path $RUN/pages/s;
  ssl_certificate $RUN/ca/chain.pem; ssl_certificate_key $RUN/ca/leaf.key;
  ssl_protocols TLSv1.3;
  gzip on; gzip_types text/css application/javascript;
  add_header Access-Control-Allow-Origin *;
  server { listen 10.77.1.2:9443 ssl http2; listen 10.77.12.2:9443 ssl http2; root $RUN/pages/h2; rewrite ^/moved/(.*)\$ /made/\$1 redirect; }
  server { listen 10.77.1.2:9444 ssl; listen 10.77.12.2:9444 ssl; root $RUN/pages/http1; rewrite ^/moved/(.*)\$ /made/\$1 redirect; }
}
X
SSLKEYLOGFILE=$KEYS LD_PRELOAD=$RUN/bin/keylog.so start pages-nginx lab-web nginx -c "$RUN/pages/nginx.conf"
await 10 "$lab/in.sh" client curl -sf -o /dev/null https://docs.shop.test:9443/made/plain.html
verb() { "$lab/in.sh" client /usr/bin/python3 "$lab/pages.py" "$@" "$lightfoot"; }
[ "${PAGES:-}" = none ] || verb measure "$RUN/pages/h2" "$folder/pages.json" "$pairs"
if [ "${PAGES:-none}" = none ]; then
  verb wire "$KEYS" "$folder/wire.json"
  [ -d "$folder/packages/node_modules" ] || npm install --silent --no-audit --no-fund --prefix "$folder/packages" puppeteer-core@24 chrome-har@1
  verb beside "$folder/packages" "$folder/beside.json" "$pairs"
  verb spent "$folder/spent.json" "$pairs"
fi
[ -n "${PAGES:-}" ] || /usr/bin/python3 "$lab/pages.py" table "$folder/pages.json" "$folder/wire.json" "$folder/beside.json" "$folder/spent.json" >"$root/probes/PAGES.md"
