#!/bin/sh
# Makes the AOT caches of an image, one for commands and one for the window, and keeps what the program
# says of its version: rehearse.sh IMAGE
# Where a rehearsal cannot run (no pango or freetype), the package is made without that cache.
set -eu
image=$1
app=$image/lib/app
home=$(mktemp -d)

# rehearse NAME PLAY: the options are those of NAME.args, with the jars where they are now
rehearse() {
  options=$app/$1.args
  cache=$app/$1.aot
  rm -f "$cache"
  sed "s|/opt/lightfoot|$image|g" "$options" >"$home/$1.args"
  if DISPLAY=none XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" TMPDIR="$home" timeout 180 \
    "$image/lib/runtime/bin/java" -XX:AOTCacheOutput="$cache" -Dlightfoot.rehearsal="$2" \
    -Djava.io.tmpdir="$home" -Dglass.platform=Headless -Dprism.order=sw "@$home/$1.args" >"$home/log" 2>&1 &&
    [ -s "$cache" ]; then
    chmod 644 "$cache"
    sed -i "1s|^|-XX:AOTCache=/opt/lightfoot/lib/app/$1.aot\\n|" "$options"
    echo "AOT cache of $1: $(du -k "$cache" | cut -f1) kB"
  else
    rm -f "$cache"
    echo "AOT cache of $1: not made, the rehearsal said:" >&2
    tail -n 20 "$home/log" >&2
  fi
}

sed "s|/opt/lightfoot|$image|g" "$app/command.args" >"$home/version.args"
"$image/lib/runtime/bin/java" "@$home/version.args" --version >"$app/version"

rehearse command commands
rehearse window probe
rm -rf "$home"
