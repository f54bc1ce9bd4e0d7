#!/usr/bin/env bash
# Stops what up.sh started, by the recorded pids. WIPE=1 also removes the data.
here=$(cd "$(dirname "$0")" && pwd); RUN=${RUN:-$here/run}; PGBIN=${PGBIN:-/usr/lib/postgresql/15/bin}
for f in "$RUN"/worker*.pid "$RUN"/server.pid "$RUN"/redis.pid; do
  [ -f "$f" ] || continue
  p=$(cat "$f"); kill "$p" 2>/dev/null; for _ in $(seq 100); do kill -0 "$p" 2>/dev/null || break; sleep 0.1; done; rm -f "$f"
done
owner=postgres; id postgres >/dev/null 2>&1 || owner=nobody
if [ -f "$RUN/pg.pid" ]; then
  cd /; if [ "$(id -u)" = 0 ]; then runuser -u $owner -- "$PGBIN/pg_ctl" -D "$RUN/pg" -m fast -w stop >/dev/null
  else "$PGBIN/pg_ctl" -D "$RUN/pg" -m fast -w stop >/dev/null; fi; rm -f "$RUN/pg.pid"
fi
[ -z "$WIPE" ] || rm -rf "$RUN"
