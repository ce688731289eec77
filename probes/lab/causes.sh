#!/bin/bash
# causes.sh [FOLDER]: probes pages of known causes, with ids in the logs and without, and writes ../CAUSES.md: the trips that Lightfoot bills
# beside those that the database and the cache logged.
# Starts the lab anew for each kind of logs, so it must be down; what was said and logged of each page stays in FOLDER. Some 20 minutes.
# CAUSES: a pattern of pages; KINDS: some of "agent ids none"; TRIES beside other requests (20); LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lab/../.." && pwd)
folder=${1:-$root/probes/target/causes}
lightfoot=${LIGHTFOOT:-$root/lightfoot}
[ ! -e /run/netns/lab-client ] || { echo "causes.sh: the lab is up; take it down first (down.sh)." >&2; exit 2; }
"$lightfoot" --version >/dev/null
export LAB_RTT_db=${LAB_RTT_db:-4} LAB_RTT_cache=${LAB_RTT_cache:-2}   # longer than the millisecond of PostgreSQL's stamps
mkdir -p "$folder"
. "$lab/env.sh"
trap '"$lab/down.sh"' EXIT
for kind in ${KINDS:-agent ids none}; do
  case $kind in
    agent) agent=on ids=on ;;
    ids) agent=off ids=on ;;
    none) agent=off ids=off ;;
    *) echo "causes.sh: KINDS are agent, ids and none, not $kind." >&2; exit 2 ;;
  esac
  rm -f "$RUN"/log/{nginx-access.*,gunicorn-access.log,django.*,lightfoot-otlp.jsonl,redis-monitor.log} "$RUN"/pg/log/pg.*   # one format in each
  LAB_AGENT=$agent LAB_IDS=$ids "$lab/up.sh"
  /usr/bin/python3 "$lab/causes.py" measure "$kind" "$folder/$kind.json" "$lightfoot"
  [ $kind != none ] || /usr/bin/python3 "$lab/causes.py" noise "$folder/noise.json" "${TRIES:-20}" "$lightfoot"
  "$lab/down.sh"
done
[ -z "${CAUSES:-}" ] || exit 0
document=$root/probes/CAUSES.md
rm -f "$folder/kept"
[ -e "$folder/tries.json" ] || sed -n '/^## The join, tried/,$p' "$document" >"$folder/kept"   # measured by tries.sh
{ /usr/bin/python3 "$lab/causes.py" table "$folder"; [ ! -e "$folder/kept" ] || { echo; cat "$folder/kept"; }; } >"$folder/table"
mv "$folder/table" "$document"
