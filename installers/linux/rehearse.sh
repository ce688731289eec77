#!/bin/sh
# Makes the AOT cache of an image: rehearse.sh IMAGE
# In two steps, because the one-step way needs the java command, which the image does not have.
# Where the rehearsal cannot run (no pango or freetype), the package is made without the cache.
set -eu
image=$1
app=$image/lib/app
cache=$app/lightfoot.aot
home=$(mktemp -d)

launch() {
  JAVA_TOOL_OPTIONS="$* -Dlightfoot.rehearsal=probe -Dglass.platform=Headless -Dprism.order=sw" \
    DISPLAY=none XDG_DATA_HOME="$home" XDG_CONFIG_HOME="$home" timeout 180 "$image/bin/lightfoot-window" >>"$home/log" 2>&1
}

rm -f "$cache"
if launch "-XX:AOTMode=record -XX:AOTConfiguration=$home/lightfoot.aotconf" &&
  { launch "-XX:AOTMode=create -XX:AOTConfiguration=$home/lightfoot.aotconf -XX:AOTCache=$cache" || true; } &&
  [ -s "$cache" ]; then
  chmod 644 "$cache"
  sed -i '/^\[JavaOptions\]/a java-options=-XX:AOTCache=$APPDIR/lightfoot.aot' "$app"/lightfoot*.cfg
  echo "AOT cache: $(du -k "$cache" | cut -f1) kB"
else
  rm -f "$cache"
  echo "AOT cache: not made, the rehearsal said:" >&2
  tail -n 20 "$home/log" >&2
fi
rm -rf "$home"
