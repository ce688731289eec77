#!/bin/bash
# up.sh: brings up the whole-stack lab; does nothing for what runs already. down.sh ends it.
#   client --40 ms-- web (nginx TLS 1.3/h2 -> gunicorn/Django) --2 ms-- db (PostgreSQL 15)
#     \--10 ms-- dns (unbound validating -> knot signed)  \--1 ms-- cache (redis, memcached)
# Debian packages: nginx-light unbound knot knot-dnsutils redis-server memcached python3-django gunicorn
#   python3-psycopg2 python3-redis python3-pymemcache python3-django-redis python3-pythonjsonlogger
#   python3-django-debug-toolbar postgresql-15 openssl libnss3-tools gcc libc6-dev iproute2 curl caddy (tcpdump tshark for captures)
# LAB_AGENT=off: the shop without Lightfoot's agent, which otherwise logs to log/lightfoot-otlp.jsonl
# LAB_IDS=off: gunicorn's log without trace and request ids (nginx writes its own both ways)
# LAB_MARKS=on: every statement of the shop tells in a comment which request asked it, and what is asked of /nplus1/ with X-Twin reaches it twice
set -euo pipefail
. "$(dirname "$0")/env.sh"
t0=$(date +%s%N); step() { printf '%6d ms  %s\n' $(( ($(date +%s%N) - t0) / 1000000 )) "$1"; }
mkdir -p "$RUN" && chmod 755 "$RUN"   # LAB_RUN must lie where the user postgres can reach it
mkdir -p "$RUN"/{pid,log,ca,knot/db,redis,home,bin,nginx,advice}
[ "$RUN/bin/delaylink" -nt "$LAB/delaylink.c" ] || gcc -O2 -o "$RUN/bin/delaylink" "$LAB/delaylink.c"
[ "$RUN/bin/keylog.so" -nt "$LAB/keylog.c" ] || gcc -O2 -Wall -shared -fPIC -o "$RUN/bin/keylog.so" "$LAB/keylog.c" -ldl

# --- namespaces and links
for ns in $NAMESPACES; do
  [ -e "/run/netns/$ns" ] || ip netns add "$ns"
  ip -n "$ns" link set lo up
done
while read -r name a b rtt; do
  opt=LAB_OPT_$name
  start "link-$name" - "$RUN/bin/delaylink" -a "$a" -b "$b" -d "$(awk "BEGIN{print $rtt/2}")" ${!opt:-}
  await 5 grep -q ready "$RUN/log/link-$name.out"
done <<<"$LINKS"
# BBR, this kernel's default, paces its slow start so that its rounds cannot be seen: the web server sends with LAB_CC (cubic)
while read -r net dev; do
  ip -n lab-web route change "$net.0/30" dev "$dev" proto kernel scope link src "$net.2" congctl "${LAB_CC:-cubic}"
done <<<"10.77.1 web0
10.77.11 r1
10.77.12 r5
10.77.13 r20
10.77.14 r80
10.77.15 loss"
step "links"

# --- PostgreSQL (cannot run as root; its own folder belongs to postgres)
if [ ! -e "$RUN/pg/PG_VERSION" ]; then
  install -d -o postgres -m 700 "$RUN/pg"
  runuser -u postgres -- "$PG/initdb" -D "$RUN/pg" -A trust -E UTF8 --no-sync >"$RUN/log/initdb.out"
  cat >>"$RUN/pg/postgresql.conf" <<X
listen_addresses = '*'
unix_socket_directories = '$RUN/pg'
fsync = off
logging_collector = on
log_destination = 'stderr,csvlog,jsonlog'
log_directory = 'log'
log_filename = 'pg.log'
log_min_duration_statement = 0
log_line_prefix = '%m [%p] %q%u@%d/%a '
log_connections = on
X
  echo "host all all 10.77.0.0/16 trust" >>"$RUN/pg/pg_hba.conf"
fi
start postgres lab-db runuser -u postgres -- "$PG/postgres" -D "$RUN/pg"

# --- caches
start redis lab-cache redis-server --bind 10.77.4.2 --protected-mode no --port 6379 --dir "$RUN/redis" \
  --save "" --slowlog-log-slower-than 0 --slowlog-max-len 1000 --latency-monitor-threshold 1
start memcached lab-cache memcached -u nobody -l 10.77.4.2 -p 11211 -m 64 -vv
start memcached-far lab-cache memcached -u nobody -l 10.77.6.2 -p 11211 -m 64

# --- own CA, leaf, OCSP response for stapling
if [ ! -e "$RUN/ca/ocsp.der" ]; then (
  cd "$RUN/ca"
  openssl ecparam -name prime256v1 -genkey -noout -out ca.key
  openssl req -x509 -new -key ca.key -days 3650 -subj "/O=Lab/CN=Lab CA" -out ca.pem \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign,digitalSignature
  openssl ecparam -name prime256v1 -genkey -noout -out leaf.key
  openssl req -new -key leaf.key -subj "/CN=www.shop.test" -out leaf.csr
  printf '%s\n' 'subjectAltName=DNS:shop.test,DNS:*.shop.test,DNS:*.other.test' 'extendedKeyUsage=serverAuth' \
    'authorityInfoAccess=OCSP;URI:http://ocsp.shop.test/' >leaf.ext
  openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 397 -extfile leaf.ext -out leaf.pem
  cat leaf.pem ca.pem >chain.pem
  serial=$(openssl x509 -in leaf.pem -noout -serial | cut -d= -f2)
  end=$(date -u -d '+397 days' +%y%m%d%H%M%SZ)
  printf 'V\t%s\t\t%s\tunknown\t/CN=www.shop.test\n' "$end" "$serial" >index.txt
  openssl ocsp -issuer ca.pem -cert leaf.pem -no_nonce -reqout req.der
  openssl ocsp -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -reqin req.der -respout ocsp.der -ndays 30 -no_nonce
) >"$RUN/log/ca.out" 2>&1; fi
if [ ! -e "$RUN/home/.pki/nssdb/cert9.db" ] && command -v certutil >/dev/null; then   # Chromium's trust store
  mkdir -p "$RUN/home/.pki/nssdb"
  certutil -d "sql:$RUN/home/.pki/nssdb" -N --empty-password
  certutil -d "sql:$RUN/home/.pki/nssdb" -A -t C,, -n lab -i "$RUN/ca/ca.pem"
fi
step "ca"

# --- DNS: knot signs shop.test by itself; unbound validates it; bogus.test has a trust anchor that cannot match
if [ ! -e "$RUN/knot/shop.test.zone" ]; then
  cat >"$RUN/knot/shop.test.zone" <<'X'
$ORIGIN shop.test.
$TTL 60
@       SOA ns hostmaster 1 3600 900 86400 60
        NS ns
        A 10.77.1.2
ns      A 10.77.2.2
www     A 10.77.1.2
static  CNAME www
docs    A 10.77.1.2
ocsp    A 10.77.1.2
@       CAA 0 issue "lab.test"
www     HTTPS 1 . alpn=h2
r1      A 10.77.11.2
r5      A 10.77.12.2
r20     A 10.77.13.2
r80     A 10.77.14.2
loss    A 10.77.15.2
chain   CNAME chain1
chain1  CNAME chain2
chain2  CNAME r20
v6dead  A 10.77.13.2
v6dead  AAAA fd77:13::dead
v4dead  A 10.77.99.1
v4dead  AAAA fd77:13::2
X
  sed 's/shop\.test/bogus.test/' "$RUN/knot/shop.test.zone" >"$RUN/knot/bogus.test.zone"
  cat >"$RUN/knot/other.test.zone" <<'X'
$ORIGIN other.test.
$TTL 60
@       SOA ns.shop.test. hostmaster 1 3600 900 86400 60
        NS ns.shop.test.
cdn     A 10.77.12.2
X
  cat >"$RUN/knot/knot.conf" <<X
server:
  rundir: $RUN/knot
  listen: 127.0.0.1@5300
log:
  - target: stdout
    any: info
database:
  storage: $RUN/knot/db
policy:
  - id: lab
    algorithm: ECDSAP256SHA256
    single-type-signing: on
zone:
  - domain: shop.test
    file: $RUN/knot/shop.test.zone
    zonefile-sync: -1
    journal-content: none
    dnssec-signing: on
    dnssec-policy: lab
  - domain: bogus.test
    file: $RUN/knot/bogus.test.zone
    dnssec-signing: off
  - domain: other.test
    file: $RUN/knot/other.test.zone
    dnssec-signing: off
X
fi
start knot lab-dns knotd -c "$RUN/knot/knot.conf"
await 10 sh -c "knotc -c '$RUN/knot/knot.conf' zone-status shop.test && keymgr -c '$RUN/knot/knot.conf' shop.test ds | grep -q ' 13 2 '"
{ keymgr -c "$RUN/knot/knot.conf" shop.test ds | grep ' 13 2 '
  echo "bogus.test. DS 4242 13 2 $(printf '0%.0s' {1..64})"; } >"$RUN/knot/anchors"
cat >"$RUN/knot/unbound.conf" <<X
server:
  interface: 10.77.2.2
  access-control: 10.77.0.0/16 allow
  chroot: ""
  username: ""
  pidfile: "$RUN/knot/unbound.pid"
  directory: "$RUN/knot"
  use-syslog: no
  logfile: ""
  log-queries: yes
  log-replies: yes
  do-not-query-localhost: no
  local-zone: "test." nodefault
  module-config: "validator iterator"
  trust-anchor-file: "$RUN/knot/anchors"
stub-zone:
  name: shop.test
  stub-addr: 127.0.0.1@5300
stub-zone:
  name: bogus.test
  stub-addr: 127.0.0.1@5300
stub-zone:
  name: other.test
  stub-addr: 127.0.0.1@5300
remote-control:
  control-enable: yes
  control-interface: $RUN/knot/unbound.ctl
  control-use-cert: no
X
start unbound lab-dns unbound -d -c "$RUN/knot/unbound.conf"
echo "nameserver 10.77.2.2" >"$RUN/resolv.conf"
step "dns"

# --- the site
await 20 "$PG/pg_isready" -q -h "$RUN/pg"
cd "$LAB/site"
export LAB_RUN="$RUN" PYTHONDONTWRITEBYTECODE=1
if [ ! -e "$RUN/seeded-2" ]; then
  "$PG/createdb" -h "$RUN/pg" -U postgres shop 2>/dev/null || true
  ip netns exec lab-web $PY manage.py migrate --run-syncdb -v0
  ip netns exec lab-web $PY manage.py seed
  touch "$RUN/seeded-2"
fi
step "database"
ids=' traceparent=%({traceparent}i)s request_id=%({x-request-id}i)s'
[ "${LAB_IDS:-on}" != off ] || ids=""
start gunicorn lab-web $PY -m gunicorn shop.wsgi_app:application --chdir "$LAB/site" -b 127.0.0.1:8000 \
  -k gthread -w 2 --threads 8 --access-logfile "$RUN/log/gunicorn-access.log" --access-logformat \
  '%(h)s %(l)s %(u)s %(t)s "%(r)s" %(s)s %(b)s "%(f)s" "%(a)s" %(D)s pid=%(p)s'"$ids"

twins=""
[ "${LAB_MARKS:-off}" = off ] || twins='location /nplus1/ { mirror /twin; proxy_pass http://django; }
    location = /twin {
      internal;
      if ($http_x_twin = "") { return 204; }
      proxy_set_header Host $host; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header Connection "";
      proxy_set_header X-Request-ID twin-$request_id; proxy_set_header traceparent "";
      proxy_pass http://django$request_uri;
    }'
cat >"$RUN/nginx/nginx.conf" <<X
user root;
worker_processes 2;
daemon off;
env SSLKEYLOGFILE;
pid $RUN/nginx/pid;
error_log $RUN/log/nginx-error.log info;
events { worker_connections 1024; }
http {
  types { text/html html; text/css css; application/javascript js; image/png png; }
  client_body_temp_path $RUN/nginx/body; proxy_temp_path $RUN/nginx/proxy; fastcgi_temp_path $RUN/nginx/f;
  log_format combined_time '\$remote_addr - \$remote_user [\$time_local] "\$request" \$status \$body_bytes_sent '
    '"\$http_referer" "\$http_user_agent" \$request_time \$upstream_response_time';
  log_format json escape=json '{"time":"\$time_iso8601","msec":\$msec,"request_id":"\$request_id","traceparent":"\$http_traceparent",'
    '"remote_addr":"\$remote_addr","host":"\$host","method":"\$request_method","uri":"\$request_uri","protocol":"\$server_protocol",'
    '"status":\$status,"bytes_sent":\$bytes_sent,"body_bytes_sent":\$body_bytes_sent,"request_length":\$request_length,'
    '"request_time":\$request_time,"upstream_connect_time":"\$upstream_connect_time","upstream_header_time":"\$upstream_header_time",'
    '"upstream_response_time":"\$upstream_response_time","upstream_addr":"\$upstream_addr","upstream_status":"\$upstream_status",'
    '"connection":\$connection,"connection_requests":\$connection_requests,"ssl_protocol":"\$ssl_protocol","ssl_cipher":"\$ssl_cipher",'
    '"ssl_session_reused":"\$ssl_session_reused","rtt_us":"\$tcpinfo_rtt","user_agent":"\$http_user_agent"}';
  access_log $RUN/log/nginx-access.log combined_time;
  access_log $RUN/log/nginx-access.jsonl json;
  upstream django { server 127.0.0.1:8000; keepalive 16; }
  upstream retried { server 127.0.0.1:8002 max_fails=0; server 127.0.0.1:8000 backup; }
  server { listen 127.0.0.1:8001; location / { proxy_pass http://django; proxy_set_header Host \$host; } }
  server { listen 127.0.0.1:8002; access_log off; location / { rewrite ^ /causes/failing/ break; proxy_pass http://django; } }
  server { listen 10.77.1.2:80; server_name shop.test *.shop.test; return 301 https://\$host\$request_uri; }
  server {
    listen 10.77.1.2:443 ssl http2;
    server_name shop.test *.shop.test;
    ssl_certificate $RUN/ca/chain.pem; ssl_certificate_key $RUN/ca/leaf.key;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_stapling on; ssl_stapling_file $RUN/ca/ocsp.der;
    ssl_session_cache shared:s:1m;
    gzip on; gzip_types text/css application/javascript text/html;
    location /assets/ { alias $LAB/site/assets/; add_header Cache-Control "max-age=300"; }
    proxy_http_version 1.1; proxy_set_header Connection "";
    proxy_set_header Host \$host; proxy_set_header X-Forwarded-Proto \$scheme;
    proxy_set_header X-Forwarded-For \$remote_addr; proxy_set_header X-Request-ID \$request_id;
    add_header X-Request-ID \$request_id;
    location / { proxy_pass http://django; }
    $twins
    location /causes/guarded/ { auth_request /causes/permit/; proxy_pass http://django; }
    location /causes/retried/ { proxy_pass http://retried; proxy_next_upstream error http_503; }
  }
}
X
SSLKEYLOGFILE=$KEYS LD_PRELOAD=$RUN/bin/keylog.so start nginx lab-web nginx -c "$RUN/nginx/nginx.conf"
. "$LAB/matrix.sh"
await 15 "$LAB/in.sh" client curl -sf -o /dev/null https://www.shop.test/healthz
step "up"
