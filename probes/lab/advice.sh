#!/bin/bash
# advice.sh [RUNS [FOLDER]]: each advice of the talk on a page that has the fault: found, predicted, mended, graded; and how often each rule was
# right over all these pages. Writes ../ADVICE.md. What is expected stands in advice_cases.py. Some 30 minutes.
# Brings the lab up where it is down, and leaves it up. ADVICE: a pattern of pages (then no document is written); LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lab/../.." && pwd)
runs=${1:-10}
folder=${2:-$root/probes/target/advice}
lightfoot=${LIGHTFOOT:-$root/lightfoot}
. "$lab/env.sh"
"$lab/up.sh"
[ -n "${ADVICE:-}" ] || rm -rf "$folder"
mkdir -p "$folder" "$RUN/advice"
rm -f "$RUN"/advice/* 2>/dev/null || true
/usr/bin/python3 "$lab/advice.py" prepare "$RUN"
# the application once more, 20 ms behind the proxy
(cd "$lab/site" && LAB_RUN=$RUN PYTHONDONTWRITEBYTECODE=1 start advice-app lab-db $PY -m gunicorn shop.wsgi_app:application \
  --chdir "$lab/site" -b 10.77.7.2:8000 -k gthread -w 1 --threads 8)
start advice-tls lab-web $PY "$lab/forgetful.py" 9508 "$RUN/ca/chain.pem" "$RUN/ca/leaf.key" "$RUN/advice/resumption"
SSLKEYLOGFILE=$KEYS LD_PRELOAD=$RUN/bin/keylog.so start advice-nginx lab-web nginx -c "$RUN/advice.d/nginx.conf"
await 10 "$lab/in.sh" client curl -sf -o /dev/null https://www.shop.test:9506/ok
/usr/bin/python3 "$lab/advice.py" measure "$RUN" "$folder" "$runs" "$lightfoot"
[ -z "${ADVICE:-}" ] || exit 0
document=$root/probes/ADVICE.md
sed -n '/^## What it shows/,$p' "$document" >"$folder/kept"   # what a reader thinks of it, by hand
{ /usr/bin/python3 "$lab/advice_table.py" "$folder" "$runs"; echo; cat "$folder/kept"; } >"$folder/document"
mv "$folder/document" "$document"
