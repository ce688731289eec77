#!/bin/bash
# tries.sh [MEASUREMENTS [FOLDER]]: tries the join on so many measurements (100) of five requests, made beside 20 other requests a second for
# the same, half of them with an equal request within 1 ms. Each is joined with the servers' logs as they are, with clocks shifted and set,
# and with rotated logs, with ids and without. The counts go to FOLDER/tries.json, where causes.py finds them; what was joined wrongly is printed, and
# ends it with status 1. With 0 measurements it tries anew what was measured last.
# Starts the lab anew, so it must be down. Some 12 minutes. TESTS: a class path of the tests, instead of having Maven make one.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lab/../.." && pwd)
wanted=${1:-100}
folder=${2:-$root/probes/target/causes}
set +u; . "$root/app/src/main/launcher/find-jdk.sh"; set -u
[ -n "$jdk" ] || { echo "tries.sh: needs a JDK 25" >&2; exit 2; }
if [ -z "${TESTS:-}" ]; then
  (cd "$root" && ./mvnw -q -pl probes test-compile dependency:build-classpath -Dmdep.outputFile=target/tries-classpath -Dmdep.includeScope=test)
  TESTS="$root/probes/target/test-classes:$root/probes/target/classes:$(cat "$root/probes/target/tries-classpath")"
fi
mkdir -p "$folder"
run() { "$jdk/bin/java" -XX:+UseSerialGC -cp "$TESTS" dev.lightfoot.truth.JoinTries "$root" "$folder" "$1"; }
if [ "$wanted" -gt 0 ]; then
  [ ! -e /run/netns/lab-client ] || { echo "tries.sh: the lab is up; take it down first (down.sh)." >&2; exit 2; }
  export LAB_RTT_db=${LAB_RTT_db:-4}
  . "$lab/env.sh"
  rm -f "$RUN"/log/{nginx-access.*,gunicorn-access.log,django.*} "$RUN"/pg/log/pg.*
  rm -rf "$folder"/measurement-*
  trap '[ -z "${others:-}" ] || kill "$others"; "$lab/down.sh"' EXIT
  LAB_AGENT=off LAB_MARKS=on "$lab/up.sh"
  "$lab/in.sh" client curl -sZ --parallel-max 16 -o /dev/null "https://www.shop.test/slow/?s=0.3&i=[1-48]"
  "$lab/in.sh" client /usr/bin/python3 "$lab/causes.py" ask "https://www.shop.test/nplus1/?n=10" 20 &
  others=$!
  sleep 2
  run "$wanted"
  trap - EXIT
  kill "$others"
  "$lab/down.sh"
fi
status=0
run 0 || status=$?
[ ! -e "$folder/agent.json" ] || /usr/bin/python3 "$lab/causes.py" table "$folder" >"$root/probes/CAUSES.md"
exit $status
