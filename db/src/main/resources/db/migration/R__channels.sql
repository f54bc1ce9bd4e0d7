-- The life of a channel: what its gateway tells about the connection, and whose turn it is to be looked at.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- What the gateway said of the connection. A storm of the same words writes nothing. "Connecting" some seconds after a code was shown means
-- that it was scanned; at once, it is what came before the code and was overtaken by it. Whoever comes back after having been away may have missed messages. Returns whether anything changed.
drop function if exists apply_connection;
create function apply_connection(o uuid, ch uuid, st text)
returns boolean language plpgsql as $$
begin
  perform set_config('app.organization_id', o::text, true);
  update channel c set
    connection_state = st,
    state_changed_at = case when c.connection_state <> st then now() else c.state_changed_at end,
    down_since = case when st = 'OPEN' then null when c.connection_state = 'OPEN' then now() else c.down_since end,
    gap_from = case when st = 'OPEN' then coalesce(c.gap_from, c.down_since) else c.gap_from end,
    scanned_at = case when st = 'CONNECTING' and c.qr_at < now() - interval '3 seconds' then now() end,
    qr = case when st = 'CONNECTING' then c.qr end,
    qr_at = case when st = 'CONNECTING' then c.qr_at end,
    pairing_code = case when st = 'CONNECTING' then c.pairing_code end,
    version = c.version + 1
    where c.organization_id = o and c.id = ch
      and (c.connection_state <> st or st = 'CONNECTING' and c.qr_at < now() - interval '3 seconds' and c.scanned_at is null);
  return found;
end $$;

-- A code to be scanned; never for a channel that is connected.
drop function if exists show_code;
create function show_code(o uuid, ch uuid, picture text, code text)
returns boolean language plpgsql as $$
begin
  perform set_config('app.organization_id', o::text, true);
  update channel c set qr = picture, pairing_code = code, qr_at = now(), scanned_at = null,
    state_changed_at = case when c.connection_state <> 'CONNECTING' then now() else c.state_changed_at end,
    connection_state = 'CONNECTING', version = c.version + 1
    where c.organization_id = o and c.id = ch and c.connection_state <> 'OPEN' and c.qr is distinct from picture;
  return found;
end $$;

-- Channels whose minute has come, each for one node. Those that were made together come apart: a hundred gateways asked at once are
-- felt by whoever waits for an answer.
drop function if exists claim_watches;
create function claim_watches(most int)
returns table (organization_id uuid, channel_id uuid, channel_type text) language sql as $$
  update channel_route r set watch_at = now() + interval '60 seconds' - random() * interval '10 seconds'
  where r.ctid = any (array(
    select x.ctid from channel_route x where x.watch_at <= now() order by x.watch_at limit most for update skip locked))
  returning r.organization_id, r.channel_id, r.channel_type
$$;

grant execute on function apply_connection to tulpar_app, tulpar_pipeline;
grant execute on function show_code to tulpar_app, tulpar_pipeline;
grant execute on function claim_watches to tulpar_pipeline;
