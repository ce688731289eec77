#!/bin/bash
# tour.sh FOLDER [RUNS]: records the two snapshots of the tour: a page with one statement per product, and the same repaired, each with what
# nginx, Django, PostgreSQL and Redis recorded of the same requests. FOLDER/before.lightfoot.json and FOLDER/after.lightfoot.json; the lab must be up.
# LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$lab/env.sh"
folder=$(realpath -m "$1") runs=${2:-12}   # two more than a verdict takes: a run in which this computer stalls does not count
lightfoot=${LIGHTFOOT:-$lab/../../lightfoot}
rm -rf "$folder"; mkdir -p "$folder"
record() { # NAME PATH TITLE
  local url="https://www.shop.test/$2/?n=50&notice"
  for _ in {1..24}; do "$lab/in.sh" client curl -sf -o /dev/null "$url"; done   # every thread of both workers has its connections
  "$lab/in.sh" client "$lightfoot" stack "$url" --runs "$runs" --ca "$RUN/ca/ca.pem" --data-dir "$folder/data" --save "$3" \
    --logs "$RUN/log/nginx-access.jsonl" "$RUN/log/lightfoot-otlp.jsonl" "$RUN/pg/log/pg.json"
  mv "$folder"/data/snapshots/*.json "$folder/$1.lightfoot.json"
}
record before nplus1 "Shop, before the repair"
record after joined "Shop, after the repair"
rm -r "$folder/data"
/usr/bin/python3 "$lab/neutral.py" "$folder"/*.lightfoot.json
