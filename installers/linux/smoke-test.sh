#!/bin/bash
# Installs the .deb, starts it as the menu does, probes a server on loopback, and uninstalls it.
# smoke-test.sh PACKAGE.deb; needs root, Xvfb, xdotool and python3. Ends only what it starts itself.
set -euo pipefail
package=$(realpath "$1")
work=$(mktemp -d)
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
say() { printf 'smoke: %s\n' "$*"; }

apt-get install -y -qq "$package" >"$work/apt.log" 2>&1 || { cat "$work/apt.log"; exit 1; }
say "installed: $(dpkg-query -W -f='${Version}, ${Installed-Size} kB' lightfoot)"
desktop-file-validate /usr/share/applications/dev.lightfoot.Lightfoot.desktop
man -w lightfoot >/dev/null
[ "$(lightfoot --version)" = "$(/opt/lightfoot/lib/runtime/bin/java @/opt/lightfoot/lib/app/command.args --version)" ]
say "version: $(lightfoot --version)"

mkdir "$work/site" && echo ok >"$work/site/index.html"
(cd "$work/site" && exec python3 -m http.server 18080 --bind 127.0.0.1) >"$work/http.log" 2>&1 &
started+=($!)
for _ in $(seq 50); do curl -fs http://127.0.0.1:18080/ >/dev/null && break; read -rt 0.1 <> <(:) || true; done

lightfoot probe http://127.0.0.1:18080/ --runs 2 --json --data-dir "$work/data" --save smoke >"$work/probe.json"
python3 - "$work/probe.json" <<'P'
import json, sys
snapshot = json.load(open(sys.argv[1]))
assert snapshot["format"] == "lightfoot/snapshot", snapshot["format"]
assert [run["exchanges"][0]["status"] for run in snapshot["runs"]] == [200, 200]
assert snapshot["runs"][0]["exchanges"][0]["connection"]["rttNanos"] > 0, "native access"
P
say "probed a server on loopback"

lightfoot receive --port 0 --zipkin-port 0 --json --data-dir "$work/data" >"$work/receive.jsonl" &
receive_pid=$!
started+=($receive_pid)
for _ in $(seq 100); do [ -s "$work/receive.jsonl" ] && break; read -rt 0.1 <> <(:) || true; done
otlp=$(sed -n '1s/.*"otlp":"\([^"]*\)".*/\1/p' "$work/receive.jsonl")
curl -fsS -H 'Content-Type: application/json' "$otlp/v1/traces" --data '{"resourceSpans":[{"scopeSpans":[{"spans":[
  {"traceId":"4bf92f3577b34da6a3ce929d0e0e4736","spanId":"00f067aa0ba902b7","name":"GET /","kind":2,
   "startTimeUnixNano":"1795000000000000000","endTimeUnixNano":"1795000000050000000"}]}]}]}' >/dev/null
kill -TERM "$receive_pid"
wait "$receive_pid" || true
grep -q '"event":"ended".*"kept":1,' "$work/receive.jsonl"
say "received a span and kept it"

Xvfb :77 -screen 0 1440x900x24 >"$work/xvfb.log" 2>&1 &
started+=($!)
export DISPLAY=:77
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; read -rt 0.1 <> <(:) || true; done
command=$(sed -n 's/^Exec=\(.*\) %U$/\1/p' /usr/share/applications/dev.lightfoot.Lightfoot.desktop)
XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config $command http://127.0.0.1:18080/ >"$work/window.log" 2>&1 &
window_pid=$!
started+=($window_pid)
window=$(timeout 60 xdotool search --sync --onlyvisible --name Lightfoot | head -n 1)
say "window $window is open: $(xdotool getwindowname "$window")"
# from its own folder, not from copies in the person's
grep -q /opt/lightfoot/lib/runtime/lib/libglass.so "/proc/$window_pid/maps"
if [ -n "${LIGHTFOOT_SHOT:-}" ]; then read -rt 8 <> <(:) || true; import -window root "$LIGHTFOOT_SHOT"; fi
kill "$window_pid"
wait "$window_pid" || true

apt-get purge -y -qq lightfoot >"$work/purge.log" 2>&1
if [ -e /usr/bin/lightfoot ] || [ -L /usr/bin/lightfoot ] || [ -e /opt/lightfoot ] || [ -e /usr/share/applications/dev.lightfoot.Lightfoot.desktop ]; then
  say "something is left after uninstalling" && exit 1
fi
say "uninstalled, nothing left"
