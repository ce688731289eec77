#!/bin/bash
# throughput.sh [MEGABYTES]...: how fast `lightfoot ingest` reads, and how its cost grows; peers that are installed beside it.
#
# Makes logs of each size (10 100 500 unless said, at most 1000), reads each ROUNDS times (3) and prints the best: whole wall time of the
# command with the start of its program, MB/s, peak memory, processor seconds; then how long a cancelled reading takes to end.
# KINDS are nginx and spans (unless said), made by GENLOGS (`genlogs.py nginx|spans MEGABYTES`), and those of `biglogs.py --kinds`.
# PEERS are goaccess, lnav and duckdb, where installed; DuckDB is the jar that DUCKDB_JAR names (DuckPeer.java).
# LIGHTFOOT names a distribution to measure instead of the checkout's, which is built first where it is not fresh.
# Files lie in a temporary folder and are gone at the end; KEEP names a folder in which they stay.
set -eu
lab=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$lab/../.." && pwd)
genlogs=${GENLOGS:-$root/../shared/lab/genlogs.py}
kinds=${KINDS:-nginx spans}
peers=${PEERS-goaccess lnav duckdb}
sizes=${*:-10 100 500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=${KEEP:-$work}
mkdir -p "$files"

# made KIND MEGABYTES: the name of such a log
made() {
  local file=$files/$1-$2.log
  if [ ! -s "$file" ]; then
    case $1 in
      nginx | spans)
        [ -f "$genlogs" ] || { echo "throughput.sh: there is no $genlogs; set GENLOGS, or KINDS to others." >&2; exit 2; }
        python3 "$genlogs" "$1" "$2" >"$file" ;;
      *) python3 "$lab/biglogs.py" "$1" "$2" >"$file" ;;
    esac
  fi
  echo "$file"
}

# measured NAME MEGABYTES COMMAND...: the best of the rounds, each of two minutes at most
measured() {
  local name=$1 size=$2 best="" line
  shift 2
  for ((i = 0; i < ${ROUNDS:-3}; i++)); do
    line=$(/usr/bin/time -f '%e %M %U %S' timeout 120 "$@" 2>&1 >/dev/null </dev/null | tail -n 2)
    case $line in *status*) line="" ;; esac # failed or too slow
    best=$(printf '%s\n%s\n' "$best" "$line" | grep -E '^[0-9.]+ [0-9]+ [0-9.]+ [0-9.]+$' | sort -n | head -n 1)
  done
  [ -n "$best" ] || best="0 0 0 0"
  echo "$best" | awk -v name="$name" -v size="$size" \
    '{ if ($1 > 0) printf "%-28s %5d MB %7.2f s %6.0f MB/s %5.0f MB RSS %6.2f s CPU\n", name, size, $1, size / $1, $2 / 1024, $3 + $4
       else printf "%-28s %5d MB  failed, or took more than 120 s\n", name, size }'
}

# duckdb SQL: the arguments that run it
duckdb() {
  local jar
  jar=${DUCKDB_JAR:?the jar of org.duckdb:duckdb_jdbc}
  [ -f "$work/DuckPeer.class" ] || "$jdk/bin/javac" -d "$work" "$lab/DuckPeer.java"
  sql=("$jdk/bin/java" --enable-native-access=ALL-UNNAMED -cp "$jar:$work" DuckPeer "$1")
}

# peers KIND MEGABYTES FILE
peers() {
  local peer
  for peer in $peers; do
    case $peer,$1 in
      goaccess,nginx) ! command -v goaccess >/dev/null ||
        measured "goaccess, $1" "$2" goaccess "$3" --log-format=COMBINED --no-global-config -o "$work/report.json" ;;
      lnav,nginx) ! command -v lnav >/dev/null ||
        measured "lnav, $1" "$2" lnav -n -c ';SELECT cs_uri_stem, count(*), sum(sc_bytes) FROM access_log GROUP BY 1 ORDER BY 2 DESC LIMIT 40' "$3" ;;
      duckdb,nginx)
        duckdb "SELECT e.path, count(*), count_if(e.status >= '500'), sum(CAST(e.bytes AS BIGINT)) FROM (
          SELECT regexp_extract(l, '\"[A-Z]+ (\\S+) [^\"]*\" (\\d+) (\\d+)', ['path', 'status', 'bytes']) e FROM read_csv('$3',
          columns={'l': 'VARCHAR'}, delim='\\0', quote='', escape='', header=false)) GROUP BY 1 ORDER BY 2 DESC LIMIT 40"
        measured "duckdb, $1" "$2" "${sql[@]}" ;;
      duckdb,spans)
        duckdb "SELECT service, name, count(*), quantile_cont(CAST(endTimeUnixNano AS BIGINT) - CAST(startTimeUnixNano AS BIGINT),
          [0.5, 0.95, 0.99]) FROM read_json('$3', format='newline_delimited') GROUP BY ALL"
        measured "duckdb, $1" "$2" "${sql[@]}" ;;
    esac
  done
}

# cancelled NAME MEGABYTES COMMAND...: interrupted after 1 s, five times; from the signal to the end of the process
cancelled() {
  python3 - "$@" <<'PYTHON'
import signal, subprocess, sys, time
name, size, took = sys.argv[1], int(sys.argv[2]), []
for _ in range(5):
    started = subprocess.Popen(sys.argv[3:], preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    begin = time.monotonic()
    started.send_signal(signal.SIGINT)
    if started.wait() == 130:
        took.append((time.monotonic() - begin) * 1000)
print("%-28s %5d MB  cancelled %d times: %s ms" % (name, size, len(took), ", ".join("%.0f" % t for t in sorted(took))))
PYTHON
}

dist=${LIGHTFOOT:-$root/app/target/lightfoot}
[ -n "${LIGHTFOOT:-}" ] || "$root/lightfoot" --version >/dev/null
. "$root/app/src/main/launcher/find-jdk.sh"
for kind in $kinds; do
  for size in $sizes; do
    [ "$size" -le 1000 ] || { echo "throughput.sh: at most 1000 MB." >&2; exit 2; }
    file=$(made "$kind" "$size")
    measured "lightfoot, $kind" "$size" "$dist/bin/lightfoot" ingest --json --zone UTC "$file"
    [ "$size" -lt 500 ] || cancelled "lightfoot, $kind" "$size" "$dist/bin/lightfoot" ingest --json --zone UTC "$file"
    peers "$kind" "$size" "$file"
    [ -n "${KEEP:-}" ] || rm -f "$file"
  done
done
