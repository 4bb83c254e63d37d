#!/usr/bin/env bash
# The server answering from memory beside nginx serving a static file of the same size, in the same run, by wrk.
# Usage: http.sh BUILD [SECONDS] [BYTES]; BUILD is a Release build made with -DCLAUSIER_BENCH=ON. Needs nginx and wrk.
set -euo pipefail
build=$1 seconds=${2:-10} bytes=${3:-1000}
folder=$(mktemp -d)
ours=18080 theirs=18081
trap 'kill $(jobs -p) 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$folder"' EXIT

mkdir "$folder/www"
head -c "$bytes" /dev/zero | tr '\0' x >"$folder/www/f.json"
cat >"$folder/nginx.conf" <<END
worker_processes 2;
daemon off;
pid $folder/pid;
error_log $folder/error.log;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    client_body_temp_path $folder/a;
    proxy_temp_path $folder/b;
    fastcgi_temp_path $folder/c;
    uwsgi_temp_path $folder/d;
    scgi_temp_path $folder/e;
    types { application/json json; }
    server { listen 127.0.0.1:$theirs; root $folder/www; }
}
END
nginx -e "$folder/error.log" -c "$folder/nginx.conf" &
"$build/bench/bench_http_answer" $ours "$bytes" >/dev/null &
server=$!
sleep 1

# Requests a second and p99 in milliseconds.
measure() {
    wrk -t2 -c64 "-d${seconds}s" --latency "http://127.0.0.1:$1/f.json" >"$folder/wrk"
    awk '/99%/ { v = $2; p99 = v ~ /us$/ ? v / 1000 : v ~ /ms$/ ? v + 0 : v * 1000 }
         /Requests\/sec/ { printf "%d %.2f", $2, p99 }
         /Non-2xx/ { bad = 1 } END { exit bad }' "$folder/wrk"
}
for round in 1 2; do
    read -r a a99 <<<"$(measure $ours)"
    read -r b b99 <<<"$(measure $theirs)"
    awk -v r=$round -v a="$a" -v b="$b" -v a99="$a99" -v b99="$b99" 'BEGIN {
        printf "round %d: clausier %d req/s (p99 %s ms), nginx %d req/s (p99 %s ms): %.2f x\n", r, a, a99, b, b99, a / b }'
done
echo "memory of the server: $(awk '/VmRSS/ { print $2 " kB" }' "/proc/$server/status")"
