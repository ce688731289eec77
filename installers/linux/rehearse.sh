#!/bin/sh
# Makes the AOT cache of an image: rehearse.sh IMAGE
# Where the rehearsal cannot run (no pango or freetype), the package is made without the cache: the
# JVM then starts without it and says nothing.
set -eu
cache=$1/lib/app/lightfoot.aot
rm -f "$cache"
home=$(mktemp -d)
if JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$cache -Dlightfoot.rehearsal=probe -Dglass.platform=Headless -Dprism.order=sw" \
  DISPLAY=none XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" timeout 120 "$1/bin/lightfoot" >"$home/log" 2>&1 && [ -s "$cache" ]; then
  chmod 644 "$cache"
  echo "AOT cache: $(du -k "$cache" | cut -f1) kB"
else
  rm -f "$cache"
  echo "AOT cache: not made, the rehearsal said:" >&2
  tail -n 20 "$home/log" >&2
fi
rm -rf "$home"
