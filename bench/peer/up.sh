#!/usr/bin/env bash
# up.sh [pg|redis|server|workerN ...]: starts the peer on loopback (all of it, or the parts named).
# Pids go to $RUN/*.pid. Settings come from the environment, see README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
RUN=${RUN:-$here/run}; RUNTIME=${RUNTIME:-bun}; FSYNC=${FSYNC:-everysec}; WORKERS=${WORKERS:-2}
export PORT=${PORT:-24080} REDIS_PORT=${REDIS_PORT:-24079} PG_PORT=${PG_PORT:-24032} GATEWAY=${GATEWAY:-http://127.0.0.1:24090}
export CONCURRENCY=${CONCURRENCY:-25} TXMODE=${TXMODE:-tx} APIKEY=${APIKEY:-} NODE_ENV=production
PGBIN=${PGBIN:-/usr/lib/postgresql/15/bin}
mkdir -p "$RUN/redis"; chmod 755 "$RUN"
# PostgreSQL refuses to run as root
owner=postgres; id postgres >/dev/null 2>&1 || owner=nobody
as_pg() { (cd / && if [ "$(id -u)" = 0 ]; then runuser -u $owner -- "$@"; else "$@"; fi); }
sql() { psql -X -q -h 127.0.0.1 -p "$PG_PORT" -U postgres "$@"; }
# the binary itself: node_modules/.bin/bun is a stub until its install script has run
case $RUNTIME in bun) rt=("$(ls "$here"/node_modules/@oven/bun-linux-*/bin/bun | head -1)" run);; *) rt=(node);; esac

wait_for() { local end=$((SECONDS + 30)); until "$@" >/dev/null 2>&1; do [ $SECONDS -lt $end ] || { echo "not up after 30 s: $*; see $RUN/*.log" >&2; exit 1; }; sleep 0.02; done; }

start_pg() {
  if [ ! -s "$RUN/pg/PG_VERSION" ]; then
    mkdir -p "$RUN/pg"; [ "$(id -u)" != 0 ] || chown $owner: "$RUN/pg"; chmod 700 "$RUN/pg"
    as_pg "$PGBIN/initdb" -D "$RUN/pg" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >/dev/null
    cat >> "$RUN/pg/postgresql.conf" <<C
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = ${SHARED_BUFFERS:-256MB}
max_wal_size = 2GB
# durability stays at the defaults: fsync on, synchronous_commit on, full_page_writes on
C
  fi
  as_pg "$PGBIN/pg_ctl" -D "$RUN/pg" -o "-p $PG_PORT" -w -l "$RUN/pg/server.log" start >/dev/null
  head -1 "$RUN/pg/postmaster.pid" > "$RUN/pg.pid"
  sql -tAc "select 1 from pg_database where datname='peer'" | grep -q 1 || { sql -c 'create database peer'; sql -d peer -f "$here/schema.sql"; }
}
start_redis() {
  local bin; bin=${REDIS_SERVER:-$(command -v redis-server || true)}
  if [ -z "$bin" ]; then ln -sf "$(command -v redis-check-rdb)" "$RUN/redis-server"; bin=$RUN/redis-server; fi   # one binary, two names
  "$bin" --bind 127.0.0.1 --port "$REDIS_PORT" --dir "$RUN/redis" --appendonly yes --appendfsync "$FSYNC" \
    --save '' --maxmemory-policy noeviction >>"$RUN/redis.log" 2>&1 & echo $! > "$RUN/redis.pid"
  wait_for sh -c "redis-cli -p $REDIS_PORT ping | grep -q PONG"
}
start_server() {
  cd "$here"; "${rt[@]}" server.js >>"$RUN/server.log" 2>&1 & echo $! > "$RUN/server.pid"
  wait_for curl -fsS "http://127.0.0.1:$PORT/health"
}
start_worker() {
  cd "$here"; : >"$RUN/$1.log"; "${rt[@]}" worker.js >>"$RUN/$1.log" 2>&1 & echo $! > "$RUN/$1.pid"
  wait_for grep -q ready "$RUN/$1.log"
}
parts=("$@"); [ $# -gt 0 ] || parts=(pg redis server $(seq -f 'worker%g' "$WORKERS"))
for p in "${parts[@]}"; do
  a=$(date +%s%N)
  case $p in pg) start_pg;; redis) start_redis;; server) start_server;; worker*) start_worker "$p";; *) echo "no part $p" >&2; exit 2;; esac
  printf '%s=%s(%d ms) ' "$p" "$(cat "$RUN/$p.pid")" $((($(date +%s%N) - a) / 1000000))
done; echo
