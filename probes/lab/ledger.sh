#!/bin/bash
# ledger.sh [RUNS]: bills pages of the lab at 40 ms in round trips, with what the servers logged, and writes ../LEDGER.md: whether the sums are
# exact, what is left unexplained, and the trips beside those of a capture and of the servers' logs.
# Brings the lab up where it is down, and leaves it up. LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$lab/env.sh"
runs=${1:-10}
lightfoot=${LIGHTFOOT:-$lab/../../lightfoot}
folder=${LAB_OUT:-$lab/../target/ledger}
$lightfoot --version >/dev/null   # built, while this computer's network is at hand
"$lab/up.sh"
rm -rf "$folder"; mkdir -p "$folder"
cell() { # NAME COMMAND URL [OPTION...]: measured while packets are recorded
  local name=$1 command=$2 url=$3; shift 3
  for _ in 1 2 3 4 5 6 7 8; do "$lab/in.sh" client curl -sfL -o /dev/null "$url"; done   # both workers have loaded everything
  local before; before=$(wc -l <"$RUN/pg/log/pg.json")
  "$lab/in.sh" client tcpdump -i any -n -U -s 200 -B 16384 -Z root -w "$folder/$name.pcap" net 10.77.0.0/16 2>"$folder/$name.tcpdump" &
  local dump=$!
  await 10 grep -q "listening on" "$folder/$name.tcpdump"
  "$lab/in.sh" client $lightfoot "$command" "$url" --runs "$runs" --ca "$RUN/ca/ca.pem" --json --unredacted "$@" >"$folder/$name.json"
  sleep 3; kill "$dump"; wait "$dump" || true
  local logged; logged=$(tail -n +$((before + 1)) "$RUN/pg/log/pg.json" | grep -cE '"message":"(duration|execute|statement)' || true)
  echo "$name $logged" >>"$folder/cells"
}
logs=(--logs "$RUN/log/nginx-access.jsonl" "$RUN/log/lightfoot-otlp.jsonl" "$RUN/pg/log/pg.json")
for each in plain:joined/?n=50 nplus1:nplus1/?n=50 cacheloop:cacheloop/?n=50 cachemany:cachemany/?n=50 redisloop:redisloop/?n=50 redirect:joined?n=50; do
  cell "${each%%:*}" stack "https://www.shop.test/${each#*:}" "${logs[@]}"
done
cell page page https://www.shop.test/
[ -s "$RUN/pid/pages-nginx" ] && alive pages-nginx && cell static page https://docs.shop.test:9443/made/head.html
while read -r name logged; do   # when nothing is measured any more
  /usr/bin/python3 "$lab/ledger.py" row "$name" "$folder/$name.json" "$folder/$name.pcap" "$runs" "$logged" $lightfoot >>"$folder/rows.jsonl"
done <"$folder/cells"
document=$lab/../LEDGER.md
sed -n '/^## First byte/,$p' "$document" >"$folder/kept"   # taken over other links, by hand
{ /usr/bin/python3 "$lab/ledger.py" table "$folder/rows.jsonl" "$runs"; echo; cat "$folder/kept"; } >"$document"
