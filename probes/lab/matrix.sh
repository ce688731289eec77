# Sourced by up.sh: the servers of the accuracy matrix, in lab-web, behind links of 1, 5, 20 and 80 ms.
#   8080 plain http   8412 TLS 1.2   8413 TLS 1.3   8414 TLS 1.3 after a HelloRetryRequest   8420 h2
#   8430 a certificate chain larger than the first flight   8440 HTTP/3 (Caddy)   8450 answers in steps
mkdir -p "$RUN/matrix/www"
[ -e "$RUN/matrix/www/300k" ] || head -c 300000 /dev/urandom >"$RUN/matrix/www/300k"
echo ok >"$RUN/matrix/www/ok"

if [ ! -e "$RUN/ca/long.pem" ]; then (   # 450 names: some 19 kB, more than the ten segments of a first flight
  cd "$RUN/ca"
  { echo "subjectAltName=DNS:*.shop.test$(printf ',DNS:name-%03d.of-a-long-certificate.shop.test' $(seq 450))"
    echo extendedKeyUsage=serverAuth; } >long.ext
  openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 397 -extfile long.ext -out long.tmp
  cat long.tmp ca.pem >long.pem && rm long.tmp
) >"$RUN/log/long.out" 2>&1; fi

ip -n lab-client -6 addr replace fd77:13::1/64 dev c-r20 nodad
ip -n lab-web -6 addr replace fd77:13::2/64 dev r20 nodad
ip -n lab-client route replace 10.77.99.0/24 dev c-r20      # nobody answers there

cat >"$RUN/matrix/nginx.conf" <<X
user root;
worker_processes 2;
daemon off;
env SSLKEYLOGFILE;
pid $RUN/matrix/pid;
error_log $RUN/log/matrix-error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $RUN/matrix/body; proxy_temp_path $RUN/matrix/proxy; fastcgi_temp_path $RUN/matrix/f;
  uwsgi_temp_path $RUN/matrix/u; scgi_temp_path $RUN/matrix/s;
  root $RUN/matrix/www;
  ssl_certificate $RUN/ca/chain.pem; ssl_certificate_key $RUN/ca/leaf.key;
  ssl_protocols TLSv1.3;
  server { listen [::]:8080 ipv6only=off; }
  server { listen [::]:8412 ssl ipv6only=off; ssl_protocols TLSv1.2; ssl_session_cache shared:m:1m; }
  server { listen [::]:8413 ssl ipv6only=off; }
  server { listen [::]:8414 ssl ipv6only=off; ssl_ecdh_curve secp384r1; }
  server {
    listen [::]:8420 ssl http2 ipv6only=off;
    location = /one { return 302 /two; }
    location = /two { return 302 /ok; }
  }
  server { listen [::]:8430 ssl ipv6only=off; ssl_certificate $RUN/ca/long.pem; }
}
X
SSLKEYLOGFILE=$KEYS LD_PRELOAD=$RUN/bin/keylog.so start matrix-nginx lab-web nginx -c "$RUN/matrix/nginx.conf"
SSLKEYLOGFILE=$KEYS start matrix-steps lab-web $PY "$LAB/steps.py" 8450 "$RUN/ca/chain.pem" "$RUN/ca/leaf.key"

cat >"$RUN/matrix/Caddyfile" <<X
{
  admin off
  auto_https off
  storage file_system $RUN/matrix/caddy
  default_sni www.shop.test
}
:8440 {
  tls $RUN/ca/chain.pem $RUN/ca/leaf.key
  root * $RUN/matrix/www
  file_server
}
X
HOME=$RUN/matrix start matrix-caddy lab-web caddy run --adapter caddyfile --config "$RUN/matrix/Caddyfile"
