#!/bin/bash
# receiver.sh [BAR [SECONDS [SPANS-IN-A-REQUEST [MOST-SPANS]]]]: what the receiver bears, from its sockets to the disk.
#
# Bars: rate (10 000 spans/s), burst (100 000 at once), overload (100 000 spans/s), retention (room for 100 000), fill (as many as come, at
# most 10 000 000; then every question of the screens). Without a bar all of them, some three minutes; `rate 600` and `fill 600` are
# the long ones. The receiver runs with 512 MB of heap in a JVM of its own and keeps on disk under $TMPDIR; the load comes from
# another. JVM_OPTIONS go to the receiver. Exit 1 where a bar is missed.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
./mvnw -q -pl probes test-compile dependency:build-classpath -Dmdep.outputFile=target/receiver-classpath -Dmdep.includeScope=test
set +u; . app/src/main/launcher/find-jdk.sh; set -u
[ -n "$jdk" ] || { echo "receiver.sh: needs a JDK 25" >&2; exit 2; }

bar() {
  "$jdk/bin/java" -Xmx1g -Djava.io.tmpdir="${TMPDIR:-/tmp}" -Dlightfoot.receiver.jvm="${JVM_OPTIONS:-}" --enable-native-access=ALL-UNNAMED \
    -cp "probes/target/test-classes:probes/target/classes:$(cat probes/target/receiver-classpath)" \
    dev.lightfoot.receive.ReceiverBars "$@"
}

if [ $# -gt 0 ]; then
  bar "$1" "${2:-30}" "${3:-512}" "${4:-10000000}"
  exit
fi
missed=0
for each in "rate 30" "burst 0" "overload 10" "retention 30" "fill 30"; do
  # shellcheck disable=SC2086 # two words
  bar $each 512 10000000 || missed=1
done
exit $missed
