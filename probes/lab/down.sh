#!/bin/bash
# down.sh: ends what up.sh started (by recorded process id) and removes the namespaces.  --wipe: the data too.
. "$(dirname "$0")/env.sh"
for name in $PROCESSES; do
  if alive "$name"; then
    p=$(cat "$RUN/pid/$name")
    [ $name = postgres ] && kill -INT "$(head -1 "$RUN/pg/postmaster.pid" 2>/dev/null || echo "$p")" || kill -TERM "$p"
    for i in $(seq 100); do kill -0 "$p" 2>/dev/null || break; sleep 0.05; done
    kill -0 "$p" 2>/dev/null && { echo "lab: $name ($p) did not end, killed" >&2; kill -KILL "$p"; }
  fi
  rm -f "$RUN/pid/$name"
done
for ns in $NAMESPACES; do [ -e "/run/netns/$ns" ] && ip netns del "$ns"; done
[ "${1:-}" = --wipe ] && rm -rf "$RUN"
exit 0
