#!/bin/bash
# throughput.sh [MEGABYTES]...: how fast `lightfoot ingest` reads, and how its cost grows; peers that are installed beside it.
#
# Makes nginx and span logs of each size (10 100 500 unless said, at most 1000), reads each three times and prints the best: MB/s, peak
# memory, processor seconds. GoAccess, lnav and DuckDB (`duckdb` on the PATH) read the same files where they are installed. Files lie in
# a temporary folder and are gone at the end. GENLOGS names the program that makes them: `genlogs.py nginx|spans MEGABYTES`.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
genlogs=${GENLOGS:-$root/../shared/lab/genlogs.py}
[ -f "$genlogs" ] || { echo "throughput.sh: there is no $genlogs; set GENLOGS." >&2; exit 2; }
sizes=${*:-10 100 500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measured NAME MEGABYTES COMMAND...: the best of three runs, each of two minutes at most
measured() {
  local name=$1 size=$2 best="" line
  shift 2
  for _ in 1 2 3; do
    line=$(/usr/bin/time -f '%e %M %U %S' timeout 120 "$@" 2>&1 >/dev/null </dev/null | tail -n 1)
    best=$(printf '%s\n%s\n' "$best" "$line" | grep -E '^[0-9.]+ [0-9]+ [0-9.]+ [0-9.]+$' | sort -n | head -n 1)
  done
  [ -n "$best" ] || best="0 0 0 0"
  echo "$best" | awk -v name="$name" -v size="$size" \
    '{ if ($1 > 0) printf "%-28s %5d MB %7.2f s %6.0f MB/s %5.0f MB RSS %6.2f s CPU\n", name, size, $1, size / $1, $2 / 1024, $3 + $4
       else printf "%-28s %5d MB  failed\n", name, size }'
}

for size in $sizes; do
  [ "$size" -le 1000 ] || { echo "throughput.sh: at most 1000 MB." >&2; exit 2; }
  for kind in nginx spans; do
    file=$work/$kind.log
    python3 "$genlogs" $kind "$size" >"$file"
    measured "lightfoot, $kind" "$size" "$root/lightfoot" ingest --json "$file"
    if [ $kind = nginx ]; then
      ! command -v goaccess >/dev/null || measured "goaccess, $kind" "$size" \
        goaccess "$file" --log-format=COMBINED --no-global-config -o "$work/report.json"
      ! command -v lnav >/dev/null || measured "lnav, $kind" "$size" \
        lnav -n -c ';SELECT count(*), avg(sc_bytes) FROM access_log' "$file"
      ! command -v duckdb >/dev/null || measured "duckdb, $kind" "$size" duckdb -c \
        "SELECT m[2], count(*) FROM (SELECT regexp_extract_all(l, '\"[A-Z]+ (\\S+)') m FROM read_csv('$file', columns={'l':'VARCHAR'}, delim='\\0', quote='', escape='')) GROUP BY 1 ORDER BY 2 DESC LIMIT 5"
    elif command -v duckdb >/dev/null; then
      measured "duckdb, $kind" "$size" duckdb -c \
        "SELECT name, count(*), quantile_cont(CAST(endTimeUnixNano AS BIGINT) - CAST(startTimeUnixNano AS BIGINT), 0.99) FROM read_json('$file', format='newline_delimited') GROUP BY 1"
    fi
    rm -f "$file"
  done
done
