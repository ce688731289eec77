#!/bin/bash
# flicker.sh [CHECKS]: holds an unchanged page of the lab against a budget in round trips, CHECKS times (200), and as often the same page with one
# query more; prints how many checks ended with which exit status. The first must all end with 0, the second with 1.
# Brings the lab up where it is down, and leaves it up. LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$lab/env.sh"
checks=${1:-200}
lightfoot=${LIGHTFOOT:-$lab/../../lightfoot}
folder=${LAB_OUT:-$lab/../target/flicker}
$lightfoot --version >/dev/null   # built, while this computer's network is at hand
"$lab/up.sh"
rm -rf "$folder"; mkdir -p "$folder"
check() { # QUERIES: once, with the servers' logs; the exit status says what came of it
  "$lab/in.sh" client $lightfoot check "https://www.shop.test/nplus1/?n=$1" --budget "$folder/budget.json" --runs 1 --ca "$RUN/ca/ca.pem" \
    --logs "$RUN/log/nginx-access.jsonl" "$RUN/log/lightfoot-otlp.jsonl" "$RUN/pg/log/pg.json" >>"$folder/$1.txt" 2>&1
}
# each thread of each worker has its connection and has loaded everything: they are all kept busy at once, for a while
"$lab/in.sh" client curl -sZ --no-progress-meter --parallel-max 32 -o /dev/null "https://www.shop.test/nplus1/?n=50&i=[1-256]"
# the page asks for its list, then for each of it
echo '{"format":"lightfoot/budget","version":1,"limits":[{"what":"trips","layer":"database","max":6}]}' >"$folder/budget.json"
for queries in 5 6; do
  for _ in $(seq "$checks"); do
    status=0; check $queries || status=$?
    echo "$status" >>"$folder/$queries.status"
  done
  echo "n=$queries: $(sort "$folder/$queries.status" | uniq -c | awk '{ printf "%s%d with exit status %d", sep, $1, $2; sep = ", " }')"
done
