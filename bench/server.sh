#!/usr/bin/env bash
# Measures GET of a lot's JSON from clausier-server beside nginx serving the same bytes as a static file and node:http with
# better-sqlite3, then the pages that matter, all in one run; prints Markdown tables of requests a second, latencies, ratios.
# usage: server.sh SERVER CLI [SECONDS]   (10 s each unless told; every server writes its access log to a file, and keeps two
# cores busy; wrk shares them. ROUNDS repeats each measure, 3 unless told, and the median is kept)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
server=$(realpath "$1")
cli=$(realpath "$2")
seconds=${3:-10}
rounds=${ROUNDS:-3}
folder=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
export CLAUSIER_AUJOURDHUI=2026-11-21

# The address that the standard output of a program says, once it does.
address_in() {
    local said
    until said=$(grep -o 'http://[0-9.]*:[0-9]*' "$1" 2>/dev/null); do sleep 0.1; done
    echo "$said"
}

# What wrk measures on an address: "requests-a-second p50-ms p99-ms errors", the median round by requests.
measure() {
    local i
    wrk -t2 -c64 -d2s "$1" >/dev/null
    for ((i = 0; i < rounds; ++i)); do
        wrk -t2 -c64 -d"${seconds}s" --latency "$1" | awk '
            function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
            $1 == "50%" { p50 = ms($2) }
            $1 == "99%" { p99 = ms($2) }
            $1 == "Requests/sec:" { rate = $2 }
            /Socket errors|Non-2xx/ { bad = 1 }
            END { printf "%.0f %.2f %.2f %s\n", rate, p50, p99, bad ? "errors" : "" }'
    done | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

# resident PID : MiB of memory of a process.
resident() {
    awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' /proc/"$1"/status
}

"$cli" importer "$here/../data/demo/region-hautes-terres-marches.ods" --base "$folder/base.sqlite" >/dev/null
"$server" --base "$folder/base.sqlite" --port 0 --sans-comptes >"$folder/server.out" 2>"$folder/server.log" &
pids+=($!)
ours=$(address_in "$folder/server.out")
path=${LOT:-/lots/1.json}
wget -q -O "$folder/lot.json" "$ours$path" || { echo "$path does not answer" >&2; exit 1; }

cat >"$folder/nginx.conf" <<END
worker_processes 2; daemon off; pid $folder/nginx.pid; error_log $folder/error.log;
$([ "$(id -u)" -ne 0 ] || echo 'user root;')
events { worker_connections 1024; }
http { access_log $folder/nginx.log; default_type application/json; sendfile on; tcp_nopush on; keepalive_requests 100000000;
  client_body_temp_path $folder/a; proxy_temp_path $folder/b; fastcgi_temp_path $folder/c; uwsgi_temp_path $folder/d;
  scgi_temp_path $folder/e;
  server { listen 127.0.0.1:${NGINX_PORT:-18098}; root $folder; } }
END
PATH=$PATH:/usr/sbin nginx -p "$folder" -e "$folder/error.log" -c "$folder/nginx.conf" &
pids+=($!)
nginx=http://127.0.0.1:${NGINX_PORT:-18098}
until wget -q -O /dev/null "$nginx/lot.json"; do sleep 0.1; done

rows=("clausier-server" "nginx, static file")
figures=("$(measure "$ours$path")")
memory=$(resident "${pids[0]}")
figures+=("$(measure "$nginx/lot.json")")
if node "$here/server_node.mjs" "$folder/base.sqlite" 1 --once >"$folder/node.once" 2>"$folder/node.err"; then
    node "$here/server_node.mjs" "$folder/base.sqlite" 1 >"$folder/node.out" 2>"$folder/node.log" &
    pids+=($!)
    peer=$(address_in "$folder/node.out")
    rows+=("$(cat "$folder/node.once")")
    figures+=("$(measure "$peer/")")
else
    echo "node:http with better-sqlite3 not measured: $(grep -m 1 Error "$folder/node.err")" >&2
fi

echo "| GET of a lot, $(wc -c <"$folder/lot.json") bytes of JSON | requests/s | × nginx | p50 ms | p99 ms | |"
echo "|---|---|---|---|---|---|"
nginx_rate=$(cut -d' ' -f1 <<<"${figures[1]}")
for i in "${!rows[@]}"; do
    echo "${figures[i]}" | awk -v name="${rows[i]}" -v n="$nginx_rate" \
        '{ printf "| %s | %d | %.2f | %s | %s | %s |\n", name, $1, $1 / n, $2, $3, $4 }'
done
echo
echo "| page | requests/s | p50 ms | p99 ms | |"
echo "|---|---|---|---|---|"
for page in "/calcul?intitule_1=Peinture&metier_1=interior_painting&montant_1=200000&taux=5" / /marches; do
    measure "$ours$page" | awk -v page="$page" '{ printf "| %s | %d | %s | %s | %s |\n", page, $1, $2, $3, $4 }'
done
echo
echo "Memory of clausier-server: $memory MiB after the lots, $(resident "${pids[0]}") MiB after the pages," \
    "$(awk '/^VmHWM/ { printf "%.1f", $2 / 1024 }' /proc/"${pids[0]}"/status) MiB at most."
