-- The outbox: the send fence, and what became of each send.
-- Set-based: one call, one commit, many organizations. Arrays arrive sorted by organization. What every message passes through serves
-- all of them with one statement (enter, docs/adr/0018): each join and each look-up carries the organization, so that nothing of one
-- meets anything of another. Limits, and sends that went wrong, are looked at one by one.
-- Scalar subqueries instead of joins: PL/pgSQL caches plans made on empty tables, and only the index plan stays right.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- What a channel may send in a minute, as it was set or as suits its type; 0: no limit. A WhatsApp session that writes faster is banned.
drop function if exists sends_per_minute;
create function sends_per_minute(type text, per_minute int) returns int language sql immutable as $$
  select coalesce(per_minute, case type when 'EVOLUTION' then 20 else 0 end)
$$;

-- What a provider takes in a minute from all channels of an organization; 0: it does not say.
drop function if exists provider_per_minute;
create function provider_per_minute(type text) returns int language sql immutable as $$
  select case type when 'CHAT2DESK' then 300 else 0 end
$$;

-- What a provider takes in a second from one channel; 0: it does not say. Telegram: "about 30" (core.telegram.org/bots/faq, "My bot is
-- hitting limits"). Meta: 80, both directions together, unless it has raised the number (its page "Throughput" of the Cloud API).
drop function if exists sends_per_second;
create function sends_per_second(type text) returns int language sql immutable as $$
  select case type when 'TELEGRAM' then 30 when 'WHATSAPP_CLOUD' then 80 else 0 end
$$;

-- How fast a provider lets one channel write to one client: a message in every pace, and ahead of that as much as slack lends; null:
-- it does not say. Telegram: one a second (same page). Meta: one in six seconds and bursts of 45, which are paid back by waiting
-- (its "pair rate limit", error 131056, on the page "About the platform").
drop function if exists chat_pace;
create function chat_pace(type text) returns interval language sql immutable as $$
  select case type when 'TELEGRAM' then interval '1 second' when 'WHATSAPP_CLOUD' then interval '6 seconds' end
$$;

drop function if exists chat_slack;
create function chat_slack(type text) returns interval language sql immutable as $$
  select case type when 'WHATSAPP_CLOUD' then interval '264 seconds' else interval '0' end
$$;

-- Whether anything limits what a channel sends.
drop function if exists is_limited;
create function is_limited(type text, per_minute int) returns boolean language sql immutable as $$
  select sends_per_minute(type, per_minute) > 0 or provider_per_minute(type) > 0 or sends_per_second(type) > 0
         or chat_pace(type) is not null
$$;

-- The starts of so long under one limit, oldest first; locked until the transaction ends, so that nobody counts beside us.
drop function if exists recent_starts;
create function recent_starts(g uuid, nm text, ago interval) returns timestamptz[] language plpgsql as $$
declare
  s timestamptz[];
begin
  insert into send_window (organization_id, name) values (g, nm) on conflict do nothing;
  select w.starts into s from send_window w where w.organization_id = g and w.name = nm for update;
  return array(select t from unnest(s) t where t > clock_timestamp() - ago order by t);
end $$;

-- A request to a provider that is no send: takes a slot of the provider's window. Returns the seconds until there is one, or null when it may go.
drop function if exists take_provider_slot;
create function take_provider_slot(g uuid, type text) returns int language plpgsql as $$
declare
  most int := provider_per_minute(type); s timestamptz[];
begin
  if most = 0 then
    return null;
  end if;
  perform set_config('app.organization_id', g::text, true);
  s := recent_starts(g, 'provider:' || type, interval '60 seconds');
  if cardinality(s) >= most then
    return greatest(1, ceil(extract(epoch from s[1 + cardinality(s) - most] + interval '60 seconds' - clock_timestamp())));
  end if;
  update send_window w set starts = s || clock_timestamp() where w.organization_id = g and w.name = 'provider:' || type;
  return null;
end $$;

-- Gives the slots of the organization's limits to the messages among these that would pass the fence, people first. A message needs a
-- slot of its channel (in a minute and in a second), of its provider (so many starts within any 60 seconds), of its client and, in a
-- campaign, of the day. Returns those that must wait; they, and whatever else of their channel is due, are put off until a slot can be
-- free. Who only waits for the client's pace keeps nobody else.
drop function if exists keep_limits;
create function keep_limits(g uuid, ln smallint[], ids bigint[]) returns bigint[] language plpgsql as $$
declare
  c record; r record;
  mine timestamptz[]; shared timestamptz[]; quick timestamptz[]; full_one timestamptz[];
  talks bigint[]; paid timestamptz[]; place int;
  at timestamptz; until timestamptz; again interval;
  waits bigint[] := '{}'; here bigint[]; tomorrow bigint[] := '{}';
  zone text; per_day int; today date; spent int;
begin
  for c in
    select ch.id, ch.type, sends_per_minute(ch.type, ch.per_minute) as most, provider_per_minute(ch.type) as shared_most,
           sends_per_second(ch.type) as quick_most, chat_pace(ch.type) as pace, chat_slack(ch.type) as slack
    from channel ch where ch.organization_id = g
      and ch.id in (select b.channel_id from outbox_message b where b.organization_id = g and b.message_id = any (ids)) order by ch.id
  loop
    mine := case when c.most > 0 then recent_starts(g, 'channel:' || c.id, interval '60 seconds') else '{}' end;
    shared := case when c.shared_most > 0 then recent_starts(g, 'provider:' || c.type, interval '60 seconds') else '{}' end;
    quick := case when c.quick_most > 0 then recent_starts(g, 'second:' || c.id, interval '1 second') else '{}' end;
    talks := '{}';
    paid := '{}';
    if c.pace is not null then
      insert into send_window (organization_id, name) values (g, 'chats:' || c.id) on conflict do nothing;
      perform from send_window w where w.organization_id = g and w.name = 'chats:' || c.id for update;
      select coalesce(array_agg(x.chat), '{}'), coalesce(array_agg(x.at), '{}') into talks, paid
        from send_window w cross join lateral unnest(w.chats, w.starts) x(chat, at)
        where w.organization_id = g and w.name = 'chats:' || c.id and x.at > clock_timestamp();
    end if;
    here := '{}';
    full_one := null;
    for r in
      select x.id, x.conversation_id, x.origin = 'CAMPAIGN' as campaign, b.counted_on
      from outbox_message b
      join message x on x.organization_id = g and x.id = b.message_id
      join conversation v on v.organization_id = g and v.id = x.conversation_id
      where b.organization_id = g and b.message_id = any (ids) and b.channel_id = c.id and x.status = 'QUEUED'
        and may_speak(x.author, x.user_id, x.handler_epoch, v.handler, v.handler_epoch) and not keeps_quiet(x.author, x.user_id, v.typing_at)
      order by b.priority, x.id
    loop
      if r.campaign and spent is null then
        select s.time_zone, s.campaign_per_day into zone, per_day from organization s where s.organization_id = g;
        today := (clock_timestamp() at time zone zone)::date;
        insert into send_window (organization_id, name) values (g, 'campaigns') on conflict do nothing;
        select case when w.day = today then w.used else 0 end into spent
          from send_window w where w.organization_id = g and w.name = 'campaigns' for update;
      end if;
      if r.campaign and r.counted_on is distinct from today and spent >= per_day then
        tomorrow := tomorrow || r.id;
        continue;
      end if;
      if c.most > 0 and cardinality(mine) >= c.most then
        full_one := mine;
        again := interval '60 seconds';
      elsif c.shared_most > 0 and cardinality(shared) >= c.shared_most then
        full_one := shared;
        again := interval '60 seconds';
      elsif c.quick_most > 0 and cardinality(quick) >= c.quick_most then
        full_one := quick;
        again := interval '1 second';
      end if;
      if full_one is not null then
        here := here || r.id;
        continue;
      end if;
      at := clock_timestamp();
      if c.pace is not null then
        place := array_position(talks, r.conversation_id);
        until := coalesce(paid[place], at);
        if until - c.slack > at then
          update outbox_message b set due_at = until - c.slack where b.organization_id = g and b.message_id = r.id;
          waits := waits || r.id;
          continue;
        end if;
        if place is null then
          talks := talks || r.conversation_id;
          paid := paid || (at + c.pace);
        else
          paid[place] := greatest(until, at) + c.pace;
        end if;
      end if;
      mine := mine || at;
      shared := shared || at;
      quick := quick || at;
      if r.campaign and r.counted_on is distinct from today then
        spent := spent + 1;
        update outbox_message b set counted_on = today where b.organization_id = g and b.message_id = r.id;
      end if;
    end loop;
    if c.most > 0 then
      update send_window w set starts = mine where w.organization_id = g and w.name = 'channel:' || c.id;
    end if;
    if c.shared_most > 0 then
      update send_window w set starts = shared where w.organization_id = g and w.name = 'provider:' || c.type;
    end if;
    if c.quick_most > 0 then
      update send_window w set starts = quick where w.organization_id = g and w.name = 'second:' || c.id;
    end if;
    if c.pace is not null then
      update send_window w set starts = paid, chats = talks where w.organization_id = g and w.name = 'chats:' || c.id;
    end if;
    if full_one is not null then
      -- one message for each slot, in the order in which the slots become free
      update outbox_message b set due_at = w.due from (
        select y.message_id, full_one[1 + y.n % cardinality(full_one)] + again * (1 + y.n / cardinality(full_one)) as due from (
          select d.message_id, (row_number() over (order by d.priority, d.message_id) - 1)::int as n from outbox_message d
          where d.organization_id = g and d.lane = any (ln) and d.channel_id = c.id and d.claimed_by is null and d.due_at <= now()
            and (d.message_id <> all (ids) or d.message_id = any (here))) y) w
        where b.organization_id = g and b.message_id = w.message_id;
    end if;
    waits := waits || here;
  end loop;
  if spent is not null then
    update send_window w set day = today, used = spent where w.organization_id = g and w.name = 'campaigns';
  end if;
  if tomorrow <> '{}' then
    update outbox_message b set due_at = (today + 1)::timestamp at time zone zone
      where b.organization_id = g and b.lane = any (ln) and b.priority = 9 and b.claimed_by is null and b.due_at <= now()
        and b.counted_on is distinct from today and (b.message_id <> all (ids) or b.message_id = any (tomorrow));
  end if;
  return waits || tomorrow;
end $$;

-- Whether the word is still whose the message is. A bot's message that a person has sent again is that person's.
drop function if exists may_speak;
create function may_speak(author text, person bigint, epoch int, handler text, now_epoch int) returns boolean language sql immutable as $$
  select author <> 'BOT' or person is not null or handler <> 'HUMAN' and now_epoch = epoch
$$;

-- The bot waits while a person types.
drop function if exists keeps_quiet;
create function keeps_quiet(author text, person bigint, typing_at timestamptz) returns boolean language sql stable as $$
  select author = 'BOT' and person is null and coalesce(typing_at > now() - interval '10 seconds', false)
$$;

-- The fence: QUEUED becomes SENDING only while the bot may speak, in one statement that also locks the conversation against a takeover.
-- verdict: SEND, HELD (a person is typing), FENCED (a person has taken over), WAIT (a limit is reached). Order within a conversation is
-- kept: an earlier message that is in flight or waits for its next try holds back the later ones that are not more urgent; one whose
-- fate is unknown does so for a minute. Channels in busy are passed over; those in off are put off until the time beside them.
drop function if exists claim_outbox;
create function claim_outbox(ln smallint[], most int, worker text,
                             busy uuid[] default '{}', off uuid[] default '{}', off_until timestamptz[] default '{}')
returns table (organization_id uuid, message_id bigint, conversation_id bigint, channel_id uuid, attempts int, verdict text,
               address text, kind text, body text, content text, quoted text, claimed_at timestamptz, client_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  scope text;
  g uuid; lo int := 1; hi int; n int; campaigns boolean;
  o uuid[]; m bigint[]; tries int[]; vids bigint[]; ranks smallint[];
  -- organizations with limits; then messages by their place in the arrays above. Where an index is searched, the places are turned into
  -- columns first (offset 0): under row level security none is searched by a subscript.
  limited uuid[]; ids bigint[]; waits bigint[] := '{}'; sending bigint[]; held bigint[]; fenced bigint[];
begin
  -- on the disk before the gateway hears of it: what a crash took back would be sent again
  perform set_config('synchronous_commit', 'on', true);
  -- in their order, and before anything else: nobody waits for each other
  perform pg_advisory_xact_lock(7102, l.lane) from (select l.lane from unnest(ln) l(lane) order by l.lane) l;
  if cardinality(off) > 0 then
    update outbox_message b set due_at = u.until from unnest(off, off_until) u(ch, until)
      where b.lane = any (ln) and b.claimed_by is null and b.due_at <= now() and b.channel_id = u.ch and u.until > now();
  end if;
  select array_agg(x.organization_id), array_agg(x.message_id), array_agg(x.attempts), array_agg(x.conversation_id), array_agg(x.priority),
         bool_or(x.priority = 9) into o, m, tries, vids, ranks, campaigns from (
    select y.*, row_number() over (partition by l.lane, p.priority order by y.due_at, y.message_id) as place
    from unnest(ln) l(lane) cross join unnest('{1,5,9}'::smallint[]) p(priority)
    cross join lateral (
      select b.organization_id, b.message_id, b.attempts, b.conversation_id, b.priority, b.due_at from outbox_message b
      where b.lane = l.lane and b.priority = p.priority and b.claimed_by is null and b.due_at <= now() and b.channel_id <> all (busy)
        and (select true from outbox_message e where e.organization_id = b.organization_id and e.conversation_id = b.conversation_id
               and e.message_id < b.message_id
               -- not "later than now": one that went back comes after its followers, and as a crowd they would never let it in
               and (e.claimed_by is null and e.due_at > b.due_at and e.priority <= b.priority
                    or e.claimed_by is not null and coalesce(e.unknown_since, now()) > now() - interval '60 seconds') limit 1) is null
      order by b.due_at, b.message_id limit most) y
    -- from every lane the same number of its oldest, so that a flood in one takes what the others leave
    order by y.priority, place, y.due_at, y.message_id limit most) x;
  n := coalesce(cardinality(o), 0);
  if n > 1 then
    -- an earlier message of the same conversation may have found no place among so many, or be held back itself
    select array_agg(x.its_o), array_agg(x.id), array_agg(x.its_tries) into o, m, tries
      from unnest(o, m, tries, vids, ranks) x(its_o, id, its_tries, vid, priority)
      where (select true from outbox_message e where e.organization_id = x.its_o and e.conversation_id = x.vid
               and e.message_id < x.id and e.claimed_by is null and e.priority <= x.priority
               and (select true from unnest(o, m) t(o, id) where t.o = e.organization_id and t.id = e.message_id limit 1) is null
               limit 1) is null;
    n := coalesce(cardinality(o), 0);
  end if;
  if n = 0 then
    return;
  end if;
  if n > 1 then
    -- by organization, then by message
    select array_agg(x.o order by x.o, x.m), array_agg(x.m order by x.o, x.m), array_agg(x.tries order by x.o, x.m) into o, m, tries
      from unnest(o, m, tries) x(o, m, tries);
  end if;
  scope := enter(o);
  perform from unnest(o, m) r(o, id) join message x on x.organization_id = r.o and x.id = r.id
    join conversation v on v.organization_id = r.o and v.id = x.conversation_id
    order by v.organization_id, v.id for share of v;
  select array_agg(distinct r.o) into limited from unnest(o) r(o)
    where campaigns or (select true from channel c where c.organization_id = r.o
                          and is_limited(c.type, c.per_minute) limit 1);
  if limited is not null then
    while lo <= n loop
      g := o[lo];
      hi := lo;
      while hi < n and o[hi + 1] = g loop hi := hi + 1; end loop;
      if g = any (limited) then
        ids := keep_limits(g, ln, m[lo:hi]);
        waits := waits || array(select i from generate_series(lo, hi) i where m[i] = any (ids));
      end if;
      lo := hi + 1;
    end loop;
  end if;
  -- the conversations are locked, so who may speak stays so until the commit
  select array_agg(x.n) filter (where not x.quiet), array_agg(x.n) filter (where x.quiet) into sending, held from (
    select r.n, keeps_quiet(x.author, x.user_id, v.typing_at) as quiet
    from unnest(o, m) with ordinality r(o, id, n)
    join message x on x.organization_id = r.o and x.id = r.id
    join conversation v on v.organization_id = r.o and v.id = x.conversation_id
    where r.n <> all (waits) and x.status = 'QUEUED'
      and may_speak(x.author, x.user_id, x.handler_epoch, v.handler, v.handler_epoch)) x;
  with s as (
    update message x set status = 'SENDING' from (select i as n, o[i] as o, m[i] as m from unnest(sending) i offset 0) p
      where x.organization_id = p.o and x.id = p.m and x.status = 'QUEUED' returning p.n)
  select array_agg(s.n) into sending from s;
  update outbox_message b set claimed_by = worker, claimed_at = now()
    from (select o[i] as o, m[i] as m from unnest(sending) i offset 0) p where b.organization_id = p.o and b.message_id = p.m;
  if coalesce(cardinality(sending), 0) < n then
    fenced := array(select i from generate_series(1, n) i where i <> all (waits || sending || held));
    update outbox_message b set due_at = now() + interval '2 seconds'
      from (select o[i] as o, m[i] as m from unnest(held) i offset 0) p where b.organization_id = p.o and b.message_id = p.m;
    update message x set status = 'FAILED', failure_code = 'taken_over'
      from (select o[i] as o, m[i] as m from unnest(fenced) i offset 0) p
      where x.organization_id = p.o and x.id = p.m and x.status = 'QUEUED';
    delete from outbox_message b
      using (select o[i] as o, m[i] as m from unnest(fenced) i offset 0) p
      where b.organization_id = p.o and b.message_id = p.m and b.claimed_by is null;
  end if;
  return query
    select r.o, x.id, x.conversation_id, v.channel_id, r.tries,
           case when r.n = any (sending) then 'SEND' when r.n = any (held) then 'HELD' when r.n = any (waits) then 'WAIT' else 'FENCED' end,
           v.address, x.kind, x.body, x.content::text, x.quoted_external_id, now(), v.last_client_at
    from unnest(o, m, tries) with ordinality r(o, id, tries, n)
    join message x on x.organization_id = r.o and x.id = r.id
    join conversation v on v.organization_id = r.o and v.id = x.conversation_id
    order by r.o, x.id;
end $$;

-- Messages that may or may not have been sent: their node died, or the answer was ambiguous. They are claimed for whoever asks
-- the provider. Only after ten seconds: until then a request may still be on its way; then ever more seldom. Asking says that worker lives:
-- what it sends is nobody else's, however long a file takes, until it has not been heard of for a minute.
drop function if exists adopt_outbox;
create function adopt_outbox(worker text, every_start text, in_flight bigint[], most int)
returns table (organization_id uuid, message_id bigint, conversation_id bigint, channel_id uuid, attempts int,
               address text, kind text, body text, quoted text, queued_at timestamptz, claimed_at timestamptz)
language plpgsql as $$
#variable_conflict use_column
declare
  r record;
begin
  insert into sender as s (worker) values (adopt_outbox.worker) on conflict (worker) do update set seen_at = now();
  delete from sender s where s.seen_at < now() - interval '1 hour';
  for r in
    update outbox_message b set claimed_by = adopt_outbox.worker, claimed_at = now()
    where b.ctid = any (array(
      select x.ctid from outbox_message x
      where x.claimed_by is not null and x.message_id <> all (in_flight)
        and x.claimed_at < now() - least(interval '10 minutes', greatest(interval '10 seconds', (now() - x.unknown_since) / 2))
        and (x.claimed_by like every_start or x.claimed_at < now() - interval '60 seconds'
               -- what is unknown was sent: it is in nobody's hands
               and (x.unknown_since is not null or not exists (
                 select from sender s where s.worker = x.claimed_by and s.seen_at > now() - interval '60 seconds')))
      order by x.claimed_at limit most for update skip locked))
    returning b.organization_id, b.message_id, b.conversation_id, b.channel_id, b.attempts, b.created_at, b.claimed_at
  loop
    perform set_config('app.organization_id', r.organization_id::text, true);
    return query
      select r.organization_id, r.message_id, r.conversation_id, r.channel_id, r.attempts, v.address, x.kind, x.body, x.quoted_external_id, r.created_at, r.claimed_at
      from message x join conversation v on v.organization_id = x.organization_id and v.id = x.conversation_id
      where x.organization_id = r.organization_id and x.id = r.message_id;
  end loop;
end $$;

-- What became of what worker had claimed. outcome: SENT (accepted under the id ext), FOUND (the same, read in the history), UNKNOWN, RETRY,
-- BACK (not tried), FAILED. UNKNOWN keeps its outbox row, claimed, until the echo or the history settles it, or a person. Acceptance is a
-- fact whoever reports it; everything else counts only while the claim (by its time) is the worker's: a late verdict about an earlier
-- claim must not send again what somebody else is sending. Returns those of lanes in which something is due: it may have waited behind these.
drop function if exists mark_outbox;
create function mark_outbox(worker text, o uuid[], mid bigint[], claimed timestamptz[], outcome text[], ext text[], code text[], detail text[],
                            wait interval[], lanes smallint[] default '{}')
returns setof smallint language plpgsql as $$
#variable_conflict use_column
declare
  scope text;
  g uuid;
  what text;
  n int := case when 'SENT' <> any (outcome) then cardinality(o) else 0 end;
begin
  -- an answer that a crash took back would have to be asked for again, and not every gateway tells
  perform set_config('synchronous_commit', 'on', true);
  -- What was sent, which is nearly all, in one statement; then the others one by one.
  if 'SENT' = any (outcome) then
    scope := enter(o);
    update message m set status = 'SENT', sent_at = now(), failure_code = null, failure_detail = null,
        -- the echo may have been stored first, as written on the phone
        external_id = case when exists (select from message y where y.organization_id = m.organization_id and y.conversation_id = m.conversation_id
                                        and y.external_id = r.ext and y.direction = 'OUT' and y.id <> m.id) then null else r.ext end
      from (
        select r.o, r.mid, case when row_number() over (partition by r.o, r.ext order by r.mid) = 1 then r.ext end as ext
        from unnest(o, mid, outcome, ext) r(o, mid, outcome, ext) where r.outcome = 'SENT') r
      where m.organization_id = r.o and m.id = r.mid and m.status in ('QUEUED', 'SENDING', 'UNKNOWN');
    delete from outbox_message b using unnest(o, mid, outcome) r(o, mid, outcome)
      where b.organization_id = r.o and b.message_id = r.mid and r.outcome = 'SENT';
  end if;
  for i in 1 .. n loop
    continue when outcome[i] = 'SENT';
    if g is distinct from o[i] then
      g := o[i];
      perform set_config('app.organization_id', g::text, true);
    end if;
    what := outcome[i];
    if not exists (select from outbox_message b where b.organization_id = g and b.message_id = mid[i]
                                      and b.claimed_by = worker and b.claimed_at = claimed[i]) then
      continue;
    end if;
    -- Equal words were sent twice, and the history shows the other ones.
    if what = 'FOUND' then
      what := case when exists (
        select from message m join message y on y.organization_id = g and y.conversation_id = m.conversation_id and y.external_id = ext[i]
          and y.direction = 'OUT' and y.id <> m.id
        where m.organization_id = g and m.id = mid[i]) then 'UNKNOWN' else 'SENT' end;
    end if;
    case what
      when 'SENT' then
        update message m set status = 'SENT', sent_at = now(), failure_code = null, failure_detail = null,
            -- the echo may have been stored first, as written on the phone
            external_id = case when exists (select from message y where y.organization_id = g and y.conversation_id = m.conversation_id
                                            and y.external_id = ext[i] and y.direction = 'OUT' and y.id <> m.id) then null else ext[i] end
          where m.organization_id = g and m.id = mid[i] and m.status in ('QUEUED', 'SENDING', 'UNKNOWN');
        delete from outbox_message b where b.organization_id = g and b.message_id = mid[i];
      when 'UNKNOWN' then
        update message m set status = 'UNKNOWN', failure_code = coalesce(code[i], 'history_ambiguous'), failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN');
        update outbox_message b set last_error = detail[i], attempts = b.attempts + case when b.unknown_since is null then 1 else 0 end,
            unknown_since = coalesce(b.unknown_since, now())
          where b.organization_id = g and b.message_id = mid[i];
      when 'RETRY', 'BACK' then
        update message m set status = 'QUEUED', failure_code = code[i], failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN');
        update outbox_message b set claimed_by = null, claimed_at = null, unknown_since = null, due_at = now() + wait[i],
            -- one whose fate was unknown was counted when that was said
            attempts = b.attempts + case when what = 'RETRY' and b.unknown_since is null then 1 else 0 end, last_error = coalesce(detail[i], b.last_error)
          where b.organization_id = g and b.message_id = mid[i];
      when 'FAILED' then
        update message m set status = 'FAILED', failure_code = code[i], failure_detail = detail[i]
          where m.organization_id = g and m.id = mid[i] and m.status in ('SENDING', 'UNKNOWN', 'QUEUED');
        insert into dead_letter (organization_id, message_id, conversation_id, channel_id, attempts, code, detail)
          select g, b.message_id, b.conversation_id, b.channel_id,
            b.attempts + case when b.unknown_since is null then 1 else 0 end, code[i], detail[i]
          from outbox_message b where b.organization_id = g and b.message_id = mid[i] on conflict do nothing;
        delete from outbox_message b where b.organization_id = g and b.message_id = mid[i];
    end case;
  end loop;
  return query
    select l.lane from unnest(lanes) l(lane)
    where exists (select from unnest('{1,5,9}'::smallint[]) p(priority) where exists (
      select from outbox_message b where b.lane = l.lane and b.priority = p.priority and b.claimed_by is null and b.due_at <= now()));
end $$;

-- A reaction of ours stands under its message once the messenger has taken it.
drop trigger if exists message_reaction_sent on message;
drop function if exists reaction_sent;
create function reaction_sent() returns trigger language plpgsql as $$
begin
  insert into message_reaction as r (organization_id, channel_id, external_id, reactor, sign, reacted_at)
    select new.organization_id, v.channel_id, new.content ->> 'target', 'owner', new.body, new.occurred_at
    from conversation v where v.organization_id = new.organization_id and v.id = new.conversation_id
    on conflict (organization_id, external_id, channel_id, reactor) do update set sign = excluded.sign, name = excluded.name, reacted_at = excluded.reacted_at
      where r.reacted_at <= excluded.reacted_at;
  return null;
end $$;
create trigger message_reaction_sent after update of status on message for each row
  when (new.kind = 'REACTION' and new.status = 'SENT' and old.status <> 'SENT') execute function reaction_sent();

-- An edit or a deletion of ours has happened once the messenger has taken it. Ours come in their order, so that the latest counts, whatever
-- the messenger's clock says; its own report of it comes before or after and changes nothing more.
drop trigger if exists message_change_sent on message;
drop function if exists change_sent;
create function change_sent() returns trigger language plpgsql as $$
begin
  perform change_message(new.organization_id, new.target_id, case new.kind when 'EDIT' then 'EDIT' else 'DELETE' end, new.content ->> 'text',
                         greatest(now(), (select x.edited_at + interval '1 microsecond' from message x
                                          where x.organization_id = new.organization_id and x.id = new.target_id)));
  return null;
end $$;
create trigger message_change_sent after update of status on message for each row
  when (new.kind in ('EDIT', 'DELETION') and new.status = 'SENT' and old.status <> 'SENT') execute function change_sent();

-- A person decides about a message that did not go out, or may not have: RESEND, DISCARD, KEEP (what was discarded), ASK (the history, now),
-- ASSUME_SENT. Runs in the scope of the organization. Returns the conversation, or null when there is nothing to decide any more.
drop function if exists decide_message;
create function decide_message(mid bigint, choice text, person bigint, ln smallint) returns bigint language plpgsql as $$
declare
  g uuid := current_setting('app.organization_id')::uuid;
  m record;
begin
  -- conversation before message, as the fence does it
  perform from conversation v where v.organization_id = g
    and v.id = (select x.conversation_id from message x where x.organization_id = g and x.id = mid) for no key update;
  select x.conversation_id, x.status, v.channel_id,
         exists (select from dead_letter d where d.organization_id = g and d.message_id = x.id and d.settlement is null) as dead
    into m from message x join conversation v on v.organization_id = g and v.id = x.conversation_id
    where x.organization_id = g and x.id = mid for update of x;
  if not found or (case choice when 'RESEND' then not (m.status = 'UNKNOWN' or m.status = 'FAILED' and m.dead)
                               when 'DISCARD' then not (m.status = 'FAILED' and m.dead)
                               when 'KEEP' then m.status <> 'FAILED' or m.dead
                               else m.status <> 'UNKNOWN' end) then
    return null;
  end if;
  case choice
    when 'RESEND' then
      update message x set status = 'QUEUED', user_id = coalesce(x.user_id, person), failure_code = null, failure_detail = null,
          external_id = null
        where x.organization_id = g and x.id = mid;
      insert into outbox_message as b (organization_id, message_id, conversation_id, channel_id, lane, priority)
        values (g, mid, m.conversation_id, m.channel_id, ln, 1)
        on conflict (organization_id, message_id) do update set claimed_by = null, claimed_at = null, unknown_since = null, attempts = 0,
          due_at = now(), priority = 1;
    when 'ASK' then
      update outbox_message b set claimed_at = '-infinity' where b.organization_id = g and b.message_id = mid;
    when 'ASSUME_SENT' then
      -- the mark lets the provider's word of it, if it comes one day, find this message
      update message x set status = 'SENT', sent_at = now(), failure_code = 'assumed_sent', failure_detail = null
        where x.organization_id = g and x.id = mid;
      delete from outbox_message b where b.organization_id = g and b.message_id = mid;
    when 'DISCARD' then null;
    when 'KEEP' then
      update dead_letter d set settlement = null, settled_at = null, settled_by = null
        where d.organization_id = g and d.settlement = 'DISCARDED'
          and d.id = (select max(x.id) from dead_letter x where x.organization_id = g and x.message_id = mid);
      if not found then
        return null;
      end if;
  end case;
  if choice <> 'KEEP' then
    update dead_letter d set settlement = case choice when 'RESEND' then 'RESENT' else 'DISCARDED' end, settled_at = now(), settled_by = person
      where d.organization_id = g and d.message_id = mid and d.settlement is null;
  end if;
  if choice <> 'ASK' then
    insert into audit_event (organization_id, type, user_id, conversation_id, data)
      values (g, case choice when 'RESEND' then 'message.resent' when 'DISCARD' then 'message.discarded' when 'KEEP' then 'message.kept'
                             else 'message.assumed_sent' end, person, m.conversation_id, jsonb_build_object('message', mid));
  end if;
  return m.conversation_id;
end $$;

grant execute on function sends_per_minute to tulpar_pipeline, tulpar_app;
grant execute on function provider_per_minute to tulpar_pipeline;
grant execute on function sends_per_second to tulpar_pipeline;
grant execute on function chat_pace to tulpar_pipeline;
grant execute on function chat_slack to tulpar_pipeline;
grant execute on function is_limited to tulpar_pipeline;
grant execute on function recent_starts to tulpar_pipeline;
grant execute on function take_provider_slot to tulpar_pipeline;
grant execute on function keep_limits to tulpar_pipeline;
grant execute on function may_speak to tulpar_pipeline;
grant execute on function keeps_quiet to tulpar_pipeline;
grant execute on function claim_outbox to tulpar_pipeline;
grant execute on function adopt_outbox to tulpar_pipeline;
grant execute on function mark_outbox to tulpar_pipeline;
grant execute on function decide_message to tulpar_app;
grant execute on function reaction_sent to tulpar_app, tulpar_pipeline;
grant execute on function change_sent to tulpar_app, tulpar_pipeline;
