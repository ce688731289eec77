#!/bin/bash
# compare.sh [SESSIONS [FOLDER]]: how well `lightfoot compare` tells change from chance in the lab; writes ../COMPARE.md: nothing changed, in turn and
# one after the other; a link 5 ms longer; a repaired page. SESSIONS (100): of 20 runs each, of which nothing changed. Some 20 minutes.
# Starts the lab anew (the link's length is changed), so it must be down. What was measured stays in FOLDER.
# PARTS: some of "link page turns same pairs"; LIGHTFOOT: a command instead of the checkout's.
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$lab/../.." && pwd)
sessions=${1:-100}
folder=${2:-$root/probes/target/compare}
lightfoot=${LIGHTFOOT:-$root/lightfoot}
[ ! -e /run/netns/lab-client ] || { echo "compare.sh: the lab is up; take it down first (down.sh)." >&2; exit 2; }
"$lightfoot" --version >/dev/null
mkdir -p "$folder"
. "$lab/env.sh"
trap '"$lab/down.sh"' EXIT
"$lab/up.sh"
for part in ${PARTS:-link page turns same pairs}; do
  /usr/bin/python3 "$lab/compare.py" "$part" "$folder" "$sessions" "$lightfoot"
done
[ -n "${PARTS:-}" ] || /usr/bin/python3 "$lab/compare.py" table "$folder" >"$root/probes/COMPARE.md"
