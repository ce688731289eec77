# Shared by up.sh, down.sh and in.sh: names, addresses and delays of the lab.
LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
RUN=${LAB_RUN:-${TMPDIR:-/tmp}/lightfoot-lab}
KEYS=$RUN/log/tls-keys.txt   # the servers' TLS session keys, for reading captures
PG=/usr/lib/postgresql/15/bin
PY=/usr/bin/python3
NAMESPACES="lab-client lab-dns lab-web lab-db lab-cache"
# link: name  end-a  end-b  RTT in ms (LAB_RTT_web=80 ./up.sh changes one); more delaylink options in LAB_OPT_web
LINKS="dns lab-client:c-dns:10.77.2.1/30 lab-dns:dns0:10.77.2.2/30 ${LAB_RTT_dns:-10}
web lab-client:c-web:10.77.1.1/30 lab-web:web0:10.77.1.2/30 ${LAB_RTT_web:-40}
db lab-web:w-db:10.77.3.1/30 lab-db:db0:10.77.3.2/30 ${LAB_RTT_db:-2}
cache lab-web:w-cache:10.77.4.1/30 lab-cache:cache0:10.77.4.2/30 ${LAB_RTT_cache:-1}
farcache lab-web:w-farcache:10.77.6.1/30 lab-cache:far0:10.77.6.2/30 20
fardb lab-web:w-fardb:10.77.7.1/30 lab-db:far0:10.77.7.2/30 20
r1 lab-client:c-r1:10.77.11.1/30 lab-web:r1:10.77.11.2/30 1
r5 lab-client:c-r5:10.77.12.1/30 lab-web:r5:10.77.12.2/30 5
r20 lab-client:c-r20:10.77.13.1/30 lab-web:r20:10.77.13.2/30 20
r80 lab-client:c-r80:10.77.14.1/30 lab-web:r80:10.77.14.2/30 80
loss lab-client:c-loss:10.77.15.1/30 lab-web:loss:10.77.15.2/30 20"
LAB_OPT_loss="${LAB_OPT_loss:--l 1}"
# every process and link of the lab, in the order in which down.sh ends them
PROCESSES="advice-nginx advice-tls advice-app pages-nginx matrix-caddy matrix-steps matrix-nginx nginx gunicorn unbound knot memcached memcached-far redis postgres $(awk '{printf "link-%s ", $1}' <<<"$LINKS")"
alive() { [ -s "$RUN/pid/$1" ] && kill -0 "$(cat "$RUN/pid/$1")" 2>/dev/null; }
# start NAME NS COMMAND...: runs COMMAND in namespace NS ('-' = here) in the background unless NAME is alive.
start() {
  local name=$1 ns=$2; shift 2
  alive "$name" && return
  if [ "$ns" = - ]; then setsid "$@" >"$RUN/log/$name.out" 2>&1 </dev/null &
  else setsid ip netns exec "$ns" "$@" >"$RUN/log/$name.out" 2>&1 </dev/null & fi
  echo $! >"$RUN/pid/$name"
}
# await SECONDS COMMAND...: until COMMAND succeeds.
await() {
  local end=$(( $(date +%s%N) + $1 * 1000000000 )); shift
  until "$@" >/dev/null 2>&1; do
    [ "$(date +%s%N)" -lt "$end" ] || { echo "lab: gave up on: $*" >&2; return 1; }
    sleep 0.05
  done
}
