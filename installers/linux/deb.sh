#!/bin/sh
# Makes the .deb from jpackage's image: deb.sh IMAGE TARGET VERSION
# The image goes to /opt/lightfoot; beside it come the command, the menu entry, icons and man page.
set -eu
image=$1
target=$2
version=$3
here=$(cd "$(dirname "$0")" && pwd)
assets=$here/../../assets
architecture=$(dpkg --print-architecture)
root=$target/deb

rm -rf "$root"
mkdir -p "$root/DEBIAN" "$root/opt" "$root/usr/bin" "$root/usr/share/applications" \
  "$root/usr/share/man/man1" "$root/usr/share/doc/lightfoot" "$root/usr/share/metainfo"
cp -a "$image" "$root/opt/lightfoot"
ln -s ../../opt/lightfoot/bin/lightfoot "$root/usr/bin/lightfoot"
cp "$here/dev.lightfoot.Lightfoot.desktop" "$root/usr/share/applications/"
cp "$here/dev.lightfoot.Lightfoot.metainfo.xml" "$root/usr/share/metainfo/"
gzip -9nc "$here/lightfoot.1" >"$root/usr/share/man/man1/lightfoot.1.gz"
cp "$here/copyright" "$root/usr/share/doc/lightfoot/copyright"
gzip -9nc "$here/changelog" >"$root/usr/share/doc/lightfoot/changelog.gz"
for size in 16 32 48 64 128 256 512; do
  icons=$root/usr/share/icons/hicolor/${size}x${size}/apps
  mkdir -p "$icons"
  cp "$assets/icons/lightfoot-$size.png" "$icons/lightfoot.png"
done
mkdir -p "$root/usr/share/icons/hicolor/scalable/apps"
cp "$assets/icons/lightfoot.svg" "$root/usr/share/icons/hicolor/scalable/apps/lightfoot.svg"
find "$root" -type d -exec chmod 755 {} +
find "$root/usr" -type f -exec chmod 644 {} +
chmod 755 "$root/opt/lightfoot/bin/lightfoot"

# Nobody debugs the virtual machine: its symbols would be a megabyte of the package.
if command -v strip >/dev/null; then
  find "$root/opt/lightfoot/lib/runtime" -name '*.so' -exec strip --strip-unneeded {} +
fi

# The AOT caches halve the start. They are made by rehearsals, the window's without a display; they
# stay valid after installation, because the JVM compares jars by size and time, which dpkg keeps.
"$here/rehearse.sh" "$root/opt/lightfoot"

size=$(du -sk "$root/opt" "$root/usr" | awk '{ sum += $1 } END { print sum }')
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
  "$here/control.in" >"$root/DEBIAN/control"
(cd "$root" && find opt usr -type f -exec md5sum {} + >DEBIAN/md5sums)
package=$target/lightfoot_${version}_$architecture.deb
fakeroot dpkg-deb -Zxz -z8 --build "$root" "$package"
rm -rf "$root"
ls -l "$package"

if [ "${LIGHTFOOT_RPM:-}" = yes ]; then
  "${JAVA_HOME:?}/bin/jpackage" --type rpm --app-image "$image" --dest "$target" --name lightfoot \
    --app-version "$version" --linux-rpm-license-type Apache-2.0 --linux-menu-group Development \
    --linux-shortcut --linux-package-deps "gtk3, libXtst, freetype, pango"
fi
