#!/bin/bash
# accuracy.sh [RUNS [PATTERN-OF-CELL-NAMES]]: measures the accuracy matrix, first on the machine as it is, then with a busy loop for
# each processor, and writes probes/ACCURACY.md and .json.
# With 0 runs it reads anew the captures of the last measurement.
# Brings the lab up where it is down, and leaves it up. Wants an idle machine: some 12 minutes for 20 runs a cell, and longer for the loaded half.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root"
./mvnw -q -pl probes test-compile dependency:build-classpath -Dmdep.outputFile=target/accuracy-classpath -Dmdep.includeScope=test
set +u; . app/src/main/launcher/find-jdk.sh; set -u
[ -n "$jdk" ] || { echo "accuracy.sh: needs a JDK 25" >&2; exit 2; }
exec "$jdk/bin/java" -cp "probes/target/test-classes:probes/target/classes:$(cat probes/target/accuracy-classpath)" \
  dev.lightfoot.truth.Accuracy "$root" "${1:-20}" "${2:-}"
