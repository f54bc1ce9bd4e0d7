-- The core schema. Rules (docs/adr/0003, checked by the catalogue test):
--   * every tenant table carries organization_id, forced row level security and one policy that fails closed;
--   * every primary key, unique constraint and foreign key between tenant tables contains organization_id;
--   * tables without organization_id are listed in the catalogue test, with the reason.

create sequence entity_id increment by 50;
-- Messages, and what a first message brings with it: clients and conversations, whoever makes them. The pipeline takes
-- a block at once, so a row of these tables with an id from anywhere else would meet one of the block.
create sequence message_id increment by 1024;

-- ---------------------------------------------------------------- tenant

create table organization (
  organization_id uuid primary key,
  name            text not null,
  kind            text not null default 'CUSTOMER' check (kind in ('CUSTOMER', 'PLATFORM')),
  time_zone       text not null default 'UTC',
  locale          text not null default 'ru',
  -- ISO 4217: what a new deal is counted in, unless somebody says otherwise.
  currency        text not null default 'KGS' check (currency ~ '^[A-Z]{3}$'),
  -- When its administrators were done with setting up, or wanted to see no more of it; null: the steps are shown.
  welcomed_at     timestamptz,
  -- Since when it works with clients, as its administrator said.
  live_at         timestamptz,
  glue_seconds    int  not null default 5  check (glue_seconds between 0 and 60),
  glue_cap_seconds int not null default 60 check (glue_cap_seconds between 0 and 600),
  campaign_per_day int not null default 300 check (campaign_per_day >= 0),
  -- When a person's word goes back to the bot by itself; a channel may differ.
  return_policy   text not null default 'NEVER' check (return_policy in ('NEVER', 'AFTER', 'ON_CLOSE')),
  return_hours    int not null default 24 check (return_hours between 1 and 8760),
  -- Within how many working minutes a person answers a client for the first time, and then each time; null: no promise. A channel may differ.
  first_answer_minutes int check (first_answer_minutes between 1 and 10080),
  next_answer_minutes  int check (next_answer_minutes between 1 and 10080),
  -- Whoever signs in by a password has a second step, or sets it up before anything else.
  second_step_required boolean not null default false,
  created_at      timestamptz not null default now(),
  version         int not null default 0
);

-- The operator's list.
create index organization_named on organization (lower(name), organization_id);

create table users (
  organization_id uuid not null references organization,
  id              bigint not null,
  login           text not null,
  password_hash   text not null,
  password_at     timestamptz not null default now(),
  -- Until when a password holds that an administrator gave; null: the person's own, which does not end.
  password_until  timestamptz,
  name            text not null,
  role            text not null check (role in ('SUPER_ADMIN', 'ORG_ADMIN', 'MANAGER')),
  locale          text not null default 'ru',
  time_zone       text not null default 'UTC',
  theme           text not null default 'SYSTEM' check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
  -- How the person hears of what concerns them: the number in the page's title, a sound, a notice of the browser.
  notify_title    boolean not null default true,
  notify_sound    boolean not null default false,
  notify_browser  boolean not null default false,
  active          boolean not null default true,
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id)
);
-- The one name that must be unique over all organizations: it is typed before the organization is known.
create unique index users_login on users (lower(login));

-- A browser in which a person is signed in: without its row, neither its session nor its token opens anything.
create table browser (
  organization_id uuid not null,
  id              bigint generated always as identity,
  user_id         bigint not null,
  -- What it calls itself, and the network's address it came from: shown to the person, trusted by nobody.
  agent           text not null,
  address         text not null,
  created_at      timestamptz not null default now(),
  seen_at         timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users on delete cascade
);
create index browser_user on browser (organization_id, user_id, seen_at desc);

create table remember_me (
  organization_id uuid not null,
  token_hash      bytea not null,
  browser_id      bigint not null,
  expires_at      timestamptz not null,
  primary key (organization_id, token_hash),
  foreign key (organization_id, browser_id) references browser on delete cascade
);
-- A browser comes with its token before the organization is known.
create index remember_me_token on remember_me (token_hash);
create index remember_me_browser on remember_me (organization_id, browser_id, expires_at);

-- What an app on a person's telephone shares with us. It asks nobody before it was confirmed by a code.
create table second_step (
  organization_id uuid not null,
  user_id         bigint not null,
  secret_sealed   bytea not null,
  confirmed_at    timestamptz,
  -- The half minute of the last code that was used: no code is used twice.
  last_window     bigint not null default 0,
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id) references users on delete cascade
);

-- For who has lost the telephone: each opens once; the text of a code is kept nowhere.
create table recovery_code (
  organization_id uuid not null,
  user_id         bigint not null,
  code_hash       bytea not null,
  used_at         timestamptz,
  primary key (organization_id, user_id, code_hash),
  foreign key (organization_id, user_id) references second_step on delete cascade
);

-- The keys of an organization's programs; the text of a key is kept nowhere.
create table api_token (
  organization_id uuid not null,
  id              bigint generated always as identity,
  token_hash      bytea not null,
  name            text not null,
  user_id         bigint not null,
  created_at      timestamptz not null default now(),
  used_at         timestamptz,
  withdrawn_at    timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users
);
-- A program comes with its key before the organization is known.
create index api_token_hash on api_token (token_hash);

-- People who share a pile of conversations.
create table team (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index team_name on team (organization_id, lower(name));

create table team_member (
  organization_id uuid not null,
  team_id         bigint not null,
  user_id         bigint not null,
  primary key (organization_id, team_id, user_id),
  foreign key (organization_id, team_id) references team on delete cascade,
  foreign key (organization_id, user_id) references users on delete cascade
);

-- ---------------------------------------------------------------- channel

create table channel (
  organization_id  uuid not null references organization,
  id               uuid not null,
  type             text not null check (type in ('EVOLUTION', 'CHAT2DESK', 'WHATSAPP_CLOUD', 'TELEGRAM')),
  name             text not null,
  instance         text not null,
  api_url          text not null,
  api_key_sealed   bytea,
  connection_state text not null default 'CLOSED' check (connection_state in ('OPEN', 'CONNECTING', 'CLOSED')),
  state_changed_at timestamptz not null default now(),
  -- Null: what suits the type (sends_per_minute); 0: no limit.
  per_minute       int check (per_minute >= 0),
  -- Null: as the organization says.
  return_policy    text check (return_policy in ('NEVER', 'AFTER', 'ON_CLOSE')),
  return_hours     int check (return_hours between 1 and 8760),
  first_answer_minutes int check (first_answer_minutes between 1 and 10080),
  next_answer_minutes  int check (next_answer_minutes between 1 and 10080),
  -- Who gets what the bot cannot answer: nobody by itself, or the people of the team (of the organization where there is none) in turn.
  assigning        text not null default 'BY_HAND' check (assigning in ('BY_HAND', 'IN_TURN')),
  team_id          bigint,
  -- since when a channel that was connected is not; null while it is, and before it ever was
  down_since       timestamptz,
  -- since when messages may be missing that the gateway's history has
  gap_from         timestamptz,
  qr               text,
  qr_at            timestamptz,
  scanned_at       timestamptz,
  pairing_code     text,
  webhook_secret_sealed bytea,
  -- when the gateway last was seen to post to us with the present secret
  registered_at    timestamptz,
  problem          text,
  -- since when it is not among the channels any more; what was said in it keeps it
  removed_at       timestamptz,
  -- of the examples: behind it there is no gateway, and nothing is set for it
  example          boolean not null default false,
  created_at       timestamptz not null default now(),
  version          int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, team_id) references team on delete set null (team_id)
);

-- When each person was last given a conversation of a channel by itself: the one who waits longest is next.
create table assigned_in_turn (
  organization_id uuid not null,
  channel_id      uuid not null,
  user_id         bigint not null,
  at              timestamptz not null,
  primary key (organization_id, channel_id, user_id),
  foreign key (organization_id, channel_id) references channel on delete cascade,
  foreign key (organization_id, user_id) references users on delete cascade
) with (fillfactor = 50);

-- Where a webhook belongs, read before the organization is known: no name, no content, no credential in the clear.
create table channel_route (
  organization_id      uuid not null,
  channel_id           uuid not null,
  channel_key          text not null,
  channel_type         text not null,
  secret_hash          bytea not null,
  previous_secret_hash bytea,
  -- Where the provider signs instead of showing a secret, the key itself is needed: sealed with tulpar.secret.key.
  signing_key_sealed   bytea,
  previous_signing_key_sealed bytea,
  rotated_at           timestamptz,
  -- when the channel's registration and connection are looked at next
  watch_at             timestamptz not null default now(),
  primary key (organization_id, channel_id),
  foreign key (organization_id, channel_id) references channel on delete cascade
);
-- The key stands in the webhook's URL, so it is unique over all organizations.
create unique index channel_route_key on channel_route (channel_key);
create index channel_route_watch on channel_route (watch_at);

-- A text that the provider approved, with places {{1}}, {{2}} … Outside of a provider's window for free text nothing else may be sent.
create table message_template (
  organization_id uuid not null,
  id              bigint not null,
  channel_id      uuid not null,
  name            text not null,
  language        text not null,
  body            text not null,
  parameters      int not null default 0 check (parameters between 0 and 20),
  status          text not null default 'PENDING' check (status in ('PENDING', 'APPROVED', 'REJECTED', 'PAUSED')),
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id),
  unique (organization_id, channel_id, name, language),
  foreign key (organization_id, channel_id) references channel on delete cascade
);

-- ---------------------------------------------------------------- translation

-- Which engine translates for an organization, and how much it may. Without a row: none.
create table translation_settings (
  organization_id uuid primary key references organization,
  engine          text not null default 'NONE' check (engine in ('NONE', 'DEEPL', 'GOOGLE', 'LIBRETRANSLATE', 'LLM')),
  -- Null: where the engine's maker offers it.
  api_url         text,
  api_key_sealed  bytea,
  -- The languages of clients that people's answers are translated into.
  languages       text[] not null default '{en,ru,ar,fr,de,es,pl}',
  characters_per_month bigint not null default 500000 check (characters_per_month >= 0),
  -- Grows with every change of the glossary: what was translated with another one is asked anew.
  glossary_version int not null default 0,
  version         int not null default 0
);

-- What the engine was given to translate, by month (UTC).
create table translation_usage (
  organization_id uuid not null references organization,
  month           date not null,
  characters      bigint not null default 0,
  primary key (organization_id, month)
) with (fillfactor = 50);

-- How a thing is called in each language; kept: the one name is never translated.
create table glossary_term (
  organization_id uuid not null references organization,
  id              bigint not null,
  kept            boolean not null default false,
  note            text,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id)
);

create table glossary_form (
  organization_id uuid not null,
  term_id         bigint not null,
  language        text not null,
  form            text not null,
  primary key (organization_id, term_id, language),
  foreign key (organization_id, term_id) references glossary_term on delete cascade
);

-- What was translated lately; thrown away after ninety days.
create table translation_cache (
  organization_id uuid not null references organization,
  source_hash     bytea not null,
  target          text not null,
  engine          text not null,
  glossary_version int not null,
  source_language text,
  text            text not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, source_hash, target, engine, glossary_version)
);
create index translation_cache_age on translation_cache (organization_id, created_at);

-- ---------------------------------------------------------------- client

-- Where clients work, or in whose name they ask. A client's card names it; it is made when the name is new.
create table company (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  about           text,
  import_id       bigint,
  name_key        text collate "C" generated always as (lower(name)) stored,
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id)
);
create unique index company_name on company (organization_id, name_key);

-- Companies are found as clients are: by ranges of words.
create table company_word (
  organization_id uuid not null,
  word            text collate "C" not null,
  company_id      bigint not null,
  primary key (organization_id, word, company_id),
  foreign key (organization_id, company_id) references company on delete cascade
);
create index company_word_company on company_word (organization_id, company_id);

create table client (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text,
  phone           text,
  email           text,
  language        text,
  about           text,
  company_id      bigint,
  -- the event of the ledger that told the name: an older one does not bring an older name back
  named_by        bigint not null default 0,
  -- the card this one was merged into; whoever asks for this card is led there
  merged_into_id  bigint,
  import_id       bigint,
  -- made to look around, and to be taken away again
  example         boolean not null default false,
  -- what a list by name is sorted by; who has no name comes last
  name_key        text collate "C" generated always as (lower(coalesce(name, U&'\FFFD'))) stored,
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, company_id) references company,
  foreign key (organization_id, merged_into_id) references client
);

-- Identities are opaque text; one person may have several (a LID and a JID), one identity has one person.
create table client_identity (
  organization_id uuid not null,
  channel_type    text not null,
  kind            text not null check (kind in ('PHONE', 'JID', 'LID', 'BSUID', 'PROVIDER_ID')),
  value           text not null,
  client_id       bigint not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, value, kind, channel_type),
  foreign key (organization_id, client_id) references client on delete cascade
);
create index client_identity_client on client_identity (organization_id, client_id);

-- ---------------------------------------------------------------- conversation

create table conversation (
  organization_id   uuid not null,
  id                bigint not null,
  client_id         bigint not null,
  channel_id        uuid not null,
  address           text not null,
  kind              text not null default 'DIRECT' check (kind in ('DIRECT', 'GROUP', 'BROADCAST', 'EXAMPLE')),
  status            text not null default 'OPEN' check (status in ('OPEN', 'SNOOZED', 'CLOSED')),
  handler           text not null default 'BOT' check (handler in ('BOT', 'WAITING_HUMAN', 'HUMAN')),
  handler_epoch     int not null default 0,
  handler_since     timestamptz not null default now(),
  human_at          timestamptz,
  -- when a person first answered
  answered_at       timestamptz,
  assignee_id       bigint,
  team_id           bigint,
  snoozed_until     timestamptz,
  typing_at         timestamptz,
  typing_user_id    bigint,
  unread            int not null default 0,
  waiting_since     timestamptz,
  last_client_at    timestamptz,
  last_message_at   timestamptz not null default now(),
  last_message_author text,
  last_message_text text,
  answered_up_to    bigint not null default 0,
  created_at        timestamptz not null default now(),
  version           int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references client,
  foreign key (organization_id, channel_id) references channel,
  foreign key (organization_id, assignee_id) references users,
  foreign key (organization_id, team_id) references team on delete set null (team_id)
) with (fillfactor = 80);
-- One conversation per client and channel that is not closed; idempotency lives here, not in a lock.
create unique index conversation_current on conversation (organization_id, client_id, channel_id) where status <> 'CLOSED';
create index conversation_latest on conversation (organization_id, last_message_at desc, id desc);
create index conversation_mine on conversation (organization_id, assignee_id, last_message_at desc, id desc) where assignee_id is not null;
create index conversation_closed on conversation (organization_id, client_id, channel_id, id desc) where status = 'CLOSED';
create index conversation_human on conversation (organization_id, human_at) where handler = 'HUMAN' and status <> 'CLOSED';
create index conversation_needs_human on conversation (organization_id, coalesce(waiting_since, last_message_at), id)
  where (handler = 'WAITING_HUMAN' or handler = 'HUMAN' and assignee_id is null and unread > 0) and status = 'OPEN';
create index conversation_unassigned on conversation (organization_id, last_message_at desc, id desc)
  where assignee_id is null and handler <> 'BOT' and status = 'OPEN';
create index conversation_snoozed on conversation (organization_id, snoozed_until, id) where status = 'SNOOZED';

-- When a snoozed conversation comes back. It may have come back before: the conversation itself says how it stands.
create table snooze (
  organization_id uuid not null,
  conversation_id bigint not null,
  until           timestamptz not null,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);
create index snooze_until on snooze (until);

-- Begun by a person, and nothing was said in it yet: until when it is kept so.
create table begun_conversation (
  organization_id uuid not null,
  conversation_id bigint not null,
  until           timestamptz not null default now() + interval '1 hour',
  -- the identity under which she will answer came with it, and goes with it
  named           boolean not null default false,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
);
create index begun_conversation_until on begun_conversation (until);

-- What a person has planned to say later. The message that it becomes carries its key.
create table follow_up (
  organization_id uuid not null,
  id              bigint generated always as identity,
  conversation_id bigint not null,
  user_id         bigint not null,
  body            text not null,
  -- in which it was written (ISO 639-1): whoever planned it may read another since
  language        text not null,
  due_at          timestamptz not null,
  only_if_silent  boolean not null,
  status          text not null default 'PLANNED' check (status in ('PLANNED', 'SENT', 'SKIPPED', 'CANCELLED', 'FAILED')),
  -- why it was not sent: the end of a key
  reason          text,
  planned_at      timestamptz not null default now(),
  settled_at      timestamptz,
  -- that it was not sent a person has read
  seen_at         timestamptz,
  idempotency_key uuid not null,
  primary key (organization_id, id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, user_id) references users
);
create unique index follow_up_idempotency on follow_up (organization_id, idempotency_key);
create index follow_up_conversation on follow_up (organization_id, conversation_id, due_at, id) where status in ('PLANNED', 'SKIPPED', 'FAILED') and seen_at is null;
create index follow_up_planned on follow_up (organization_id, planned_at);

-- When a planned one is sent, or tried again: all that is known of it over all organizations.
create table follow_up_due (
  organization_id uuid not null,
  follow_up_id    bigint not null,
  attempts        int not null default 0,
  due_at          timestamptz not null,
  primary key (organization_id, follow_up_id),
  foreign key (organization_id, follow_up_id) references follow_up on delete cascade
) with (fillfactor = 50);
create index follow_up_due_at on follow_up_due (organization_id, due_at);

create table message (
  organization_id uuid not null,
  id              bigint not null,
  conversation_id bigint not null,
  direction       text not null check (direction in ('IN', 'OUT')),
  author          text not null check (author in ('CLIENT', 'BOT', 'MANAGER', 'SYSTEM')),
  origin          text not null check (origin in ('CRM', 'PHONE', 'API', 'CAMPAIGN')),
  status          text not null check (status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'UNKNOWN', 'FAILED')),
  kind            text not null,
  body            text,
  content         jsonb,
  external_id     text,
  quoted_external_id text,
  -- Of an edit or a deletion of ours (kinds EDIT, DELETION): the message that it changes. These are on their way as messages are, and none to read.
  target_id       bigint,
  sender_name     text,
  user_id         bigint,
  handler_epoch   int,
  -- Of the bot's words: the rule, or the agent and its model, that they come from.
  provenance      jsonb,
  idempotency_key uuid,
  occurred_at     timestamptz not null,
  created_at      timestamptz not null default now(),
  sent_at         timestamptz,
  delivered_at    timestamptz,
  read_at         timestamptz,
  edited_at       timestamptz,
  deleted_at      timestamptz,
  failure_code    text,
  failure_detail  text,
  -- What it is found by: its words as they stand, and as Russian and English bend them; and whose it is, so that a search reads
  -- the entries of one organization.
  words           tsvector generated always as (
    array_to_tsvector(array['~' || organization_id::text]) || to_tsvector('simple', coalesce(body, ''))
    || to_tsvector('russian', coalesce(body, '')) || to_tsvector('english', coalesce(body, ''))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, user_id) references users
) with (fillfactor = 80);
-- The external id first: one index serves the uniqueness, receipts and the look for what is stored already.
create unique index message_external on message (organization_id, external_id, conversation_id, direction) where external_id is not null;
create unique index message_idempotency on message (organization_id, idempotency_key) where idempotency_key is not null;
create index message_target on message (organization_id, target_id, id) where target_id is not null;
create index message_thread on message (organization_id, conversation_id, occurred_at desc, id desc);
-- Searched under row security because the operator is leakproof (roles.sql, docs/adr).
-- What is to enter it gathers in a list, and whoever fills the list works it off: a short one holds up nobody for long.
create index message_words on message using gin (words) with (gin_pending_list_limit = 128);

-- By the name of the message at its provider, not by its row: a reaction may come before what it is a reaction to.
-- One reaction per person and message; taken back, it stays with an empty sign, so that an older one does not bring it back.
create table message_reaction (
  organization_id uuid not null,
  channel_id      uuid not null,
  external_id     text not null,
  reactor         text not null,
  name            text,
  sign            text not null,
  reacted_at      timestamptz not null,
  primary key (organization_id, external_id, channel_id, reactor),
  foreign key (organization_id, channel_id) references channel
);

-- Edits and deletions that came before their message: applied when it arrives.
create table early_change (
  organization_id uuid not null,
  channel_id      uuid not null,
  external_id     text not null,
  kind            text not null check (kind in ('EDIT', 'DELETE')),
  body            text,
  at              timestamptz not null,
  primary key (organization_id, external_id, channel_id, kind),
  foreign key (organization_id, channel_id) references channel
);

-- Files of messages: what is known of them. The bytes lie outside of the database under the id (docs/adr/0007).
-- A file that a person has uploaded belongs to no message until it is sent.
create table media (
  organization_id uuid not null references organization,
  id              uuid not null,
  message_id      bigint,
  user_id         bigint,
  status          text not null default 'PENDING' check (status in ('PENDING', 'STORED', 'FAILED', 'DELETED')),
  declared_type   text,
  content_type    text,
  file_name       text,
  bytes           bigint,
  failure_code    text,
  created_at      timestamptz not null default now(),
  stored_at       timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, message_id) references message on delete cascade,
  foreign key (organization_id, user_id) references users
);
create unique index media_message on media (organization_id, message_id) where message_id is not null;
create index media_unsent on media (organization_id, created_at) where message_id is null;

-- What is to be done about a file: fetch it from the provider, or drop it. Deleted when done.
create table media_job (
  organization_id uuid not null,
  media_id        uuid not null,
  job             text not null check (job in ('FETCH', 'DROP')),
  channel_id      uuid,
  event_id        bigint,
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  claimed_until   timestamptz,
  primary key (organization_id, media_id, job),
  foreign key (organization_id, media_id) references media on delete cascade,
  foreign key (organization_id, channel_id) references channel
) with (fillfactor = 50);
create index media_job_due on media_job (due_at);

-- What a message says in a reader's language. written: a person wrote this, and the message itself is its translation.
create table message_translation (
  organization_id uuid not null,
  message_id      bigint not null,
  language        text not null,
  source_language text,
  engine          text,
  text            text,
  written         boolean not null default false,
  findings        jsonb,
  failure_code    text,
  created_at      timestamptz not null default now(),
  -- The message is found by these words too, as by its own.
  words           tsvector generated always as (
    array_to_tsvector(array['~' || organization_id::text]) || to_tsvector('simple', coalesce(text, ''))
    || to_tsvector('russian', coalesce(text, '')) || to_tsvector('english', coalesce(text, ''))) stored,
  primary key (organization_id, message_id, language),
  foreign key (organization_id, message_id) references message on delete cascade
);
create index message_translation_words on message_translation using gin (words) with (gin_pending_list_limit = 128);

-- Messages that may have to be translated for their readers. Deleted when done.
create table translation_job (
  organization_id uuid not null,
  message_id      bigint not null,
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  claimed_until   timestamptz,
  primary key (organization_id, message_id),
  foreign key (organization_id, message_id) references message on delete cascade
) with (fillfactor = 50);
create index translation_job_due on translation_job (due_at);

create table conversation_note (
  organization_id uuid not null,
  id              bigint not null,
  conversation_id bigint not null,
  user_id         bigint not null,
  body            text not null,
  idempotency_key uuid,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, idempotency_key),
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, user_id) references users
);
create index conversation_note_thread on conversation_note (organization_id, conversation_id, created_at);

-- Colleagues named in a note, until each of them has seen it.
create table note_mention (
  organization_id uuid not null,
  note_id         bigint not null,
  user_id         bigint not null,
  conversation_id bigint not null,
  seen_at         timestamptz,
  primary key (organization_id, note_id, user_id),
  foreign key (organization_id, note_id) references conversation_note on delete cascade,
  foreign key (organization_id, user_id) references users,
  foreign key (organization_id, conversation_id) references conversation
);
create index note_mention_unseen on note_mention (organization_id, user_id, conversation_id) where seen_at is null;

-- A browser that is told of what concerns its person while no page of ours is open. It lives and dies with the sign-in there:
-- whoever signs out, is switched off or gets another password is told nothing more. What it calls itself stands in browser.
create table push_subscription (
  organization_id uuid not null,
  id              bigint generated always as identity,
  user_id         bigint not null,
  browser_id      bigint not null,
  endpoint        text not null check (length(endpoint) <= 2000),
  p256dh          text not null check (length(p256dh) <= 200),
  auth            text not null check (length(auth) <= 100),
  created_at      timestamptz not null default now(),
  last_success_at timestamptz,
  -- In a row, since the last success.
  failures        integer not null default 0,
  primary key (organization_id, id),
  unique (organization_id, user_id, endpoint),
  foreign key (organization_id, user_id) references users on delete cascade,
  foreign key (organization_id, browser_id) references browser on delete cascade
);
create index push_subscription_browser on push_subscription (organization_id, browser_id);

-- Of which occasion of each kind a person was told last, so that no node tells of it again.
create table push_told (
  organization_id uuid not null,
  conversation_id bigint not null,
  user_id         bigint not null,
  kind            text not null,
  occasion        text not null,
  told_at         timestamptz not null,
  primary key (organization_id, conversation_id, user_id, kind),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, user_id) references users on delete cascade
);
create index push_told_person on push_told (organization_id, user_id, told_at);

-- What a person has typed and not sent, on whatever device.
create table conversation_draft (
  organization_id uuid not null,
  conversation_id bigint not null,
  user_id         bigint not null,
  kind            text not null check (kind in ('REPLY', 'NOTE')),
  body            text not null,
  updated_at      timestamptz not null default now(),
  primary key (organization_id, conversation_id, user_id, kind),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, user_id) references users on delete cascade
) with (fillfactor = 50);

-- What the AI has proposed to a person as the next reply, and what she made of it.
create table reply_draft (
  organization_id uuid not null,
  id              bigint not null,
  conversation_id bigint not null,
  user_id         bigint not null,
  -- null until the model has answered
  body            text,
  provenance      jsonb,
  status          text not null check (status in ('ASKED', 'PROPOSED', 'APPROVED', 'EDITED', 'REJECTED', 'EXPIRED')),
  proposed_at     timestamptz not null default now(),
  decided_at      timestamptz,
  -- of the message that it became, changed or not: its idempotency_key
  message_key     uuid,
  primary key (organization_id, id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, user_id) references users on delete cascade,
  check ((status in ('ASKED', 'PROPOSED')) = (decided_at is null)),
  check ((status = 'ASKED') = (body is null) and (body is null) = (provenance is null))
);
create index reply_draft_conversation on reply_draft (organization_id, conversation_id);
create index reply_draft_person on reply_draft (organization_id, user_id, proposed_at);

-- What a client has told of herself, as the AI has found it: the message in which she says it, and the very words.
create table extracted_fact (
  organization_id uuid not null,
  id              bigint generated always as identity,
  conversation_id bigint not null,
  message_id      bigint not null,
  kind            text not null check (kind in ('READY', 'DATES', 'PARTY', 'PRODUCT', 'BUDGET', 'WISH', 'DOUBT')),
  text            text not null,
  quote           text not null,
  found_at        timestamptz not null default now(),
  -- a person has said that it is not so: it is kept, so that it is not found again
  dismissed_at    timestamptz,
  dismissed_by    bigint,
  primary key (organization_id, id),
  unique (organization_id, message_id, kind, quote),
  foreign key (organization_id, conversation_id) references conversation on delete cascade,
  foreign key (organization_id, message_id) references message on delete cascade,
  foreign key (organization_id, dismissed_by) references users on delete set null (dismissed_by)
);
create index extracted_fact_conversation on extracted_fact (organization_id, conversation_id);

-- Conversations in which a client has said something that is still to be read for facts. Deleted when it is read.
create table fact_job (
  organization_id uuid not null,
  conversation_id bigint not null,
  -- grows with what she says meanwhile
  revision        int not null default 0,
  attempts        int not null default 0,
  first_at        timestamptz not null default now(),
  -- while it is being read: when that is over at the latest
  due_at          timestamptz not null,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
) with (fillfactor = 50);
create index fact_job_due on fact_job (organization_id, due_at);

-- Answers that are given again and again, under a short name.
create table canned_reply (
  organization_id uuid not null references organization,
  id              bigint not null,
  shortcut        text not null,
  body            text not null,
  user_id         bigint,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users
);
create unique index canned_reply_shortcut on canned_reply (organization_id, lower(shortcut));

-- A filter of the inbox under a name; the query is the one in the page's address. Without a person it is everybody's.
create table inbox_view (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  query           text not null,
  user_id         bigint,
  made_by         bigint not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users on delete cascade,
  foreign key (organization_id, made_by) references users
);
create unique index inbox_view_name on inbox_view (organization_id, coalesce(user_id, 0), lower(name));

-- Who looks at a conversation now, and who types in it. Worth nothing after a minute.
create table presence (
  organization_id uuid not null,
  user_id         bigint not null,
  conversation_id bigint not null,
  seen_at         timestamptz not null,
  typing_at       timestamptz,
  typing          text check (typing in ('REPLY', 'NOTE')),
  primary key (organization_id, user_id, conversation_id),
  foreign key (organization_id, user_id) references users on delete cascade,
  foreign key (organization_id, conversation_id) references conversation on delete cascade
) with (fillfactor = 50);
create index presence_conversation on presence (organization_id, conversation_id);

-- The client messages that wait to be glued into one question to the bot; one row per conversation, deleted when answered.
create table turn (
  organization_id uuid not null,
  conversation_id bigint not null,
  lane            smallint not null,
  first_at        timestamptz not null,
  due_at          timestamptz not null,
  revision        int not null default 0,
  attempts        int not null default 0,
  claimed_by      text,
  claimed_until   timestamptz,
  primary key (organization_id, conversation_id),
  foreign key (organization_id, conversation_id) references conversation on delete cascade
) with (fillfactor = 50);
create index turn_due on turn (lane, due_at, organization_id, conversation_id);

-- ---------------------------------------------------------------- ledger and outbox

create table inbound_event (
  organization_id uuid not null,
  id              bigint generated always as identity,
  channel_id      uuid not null,
  external_id     text not null,
  event_type      text not null,
  lane            smallint not null,
  status          text not null default 'WAITING' check (status in ('WAITING', 'PROCESSED', 'IGNORED', 'FAILED')),
  raw             text not null,
  trace_id        text,
  reason          text,
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  received_at     timestamptz not null default now(),
  processed_at    timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, channel_id) references channel
) with (fillfactor = 80);
create unique index inbound_event_once on inbound_event (channel_id, external_id, organization_id);
-- By organization, so that a lane takes from each of them in turn; with the channel, so that what waits is counted from here.
create index inbound_event_waiting on inbound_event (lane, organization_id, id) include (channel_id) where status = 'WAITING';
create index inbound_event_failed on inbound_event (organization_id, channel_id, id) where status = 'FAILED';

-- How many events of a day (UTC, by receipt) were settled. What waits and what failed is little and is counted where it lies.
create table ledger_day (
  organization_id uuid not null,
  channel_id      uuid not null,
  day             date not null,
  processed       bigint not null default 0,
  ignored         bigint not null default 0,
  primary key (organization_id, channel_id, day),
  foreign key (organization_id, channel_id) references channel on delete cascade
) with (fillfactor = 50);

create table outbox_message (
  organization_id uuid not null,
  message_id      bigint not null,
  conversation_id bigint not null,
  channel_id      uuid not null,
  lane            smallint not null,
  -- A person's word, the bot's, a campaign's.
  priority        smallint not null default 5 check (priority in (1, 5, 9)),
  attempts        int not null default 0,
  due_at          timestamptz not null default now(),
  claimed_by      text,
  claimed_at      timestamptz,
  unknown_since   timestamptz,
  -- The day whose campaign limit it has used.
  counted_on      date,
  last_error      text,
  created_at      timestamptz not null default now(),
  primary key (organization_id, message_id),
  -- the message has a conversation and that a channel: to check them again would cost two look-ups a message
  foreign key (organization_id, message_id) references message on delete cascade
) with (fillfactor = 50);
create index outbox_message_due on outbox_message (lane, priority, due_at, message_id) where claimed_by is null;
create index outbox_message_claimed on outbox_message (claimed_by, claimed_at) where claimed_by is not null;
create index outbox_message_conversation on outbox_message (organization_id, conversation_id, message_id);

-- The starts of nodes that send: what one has claimed is its own while it says so. Belongs to the installation.
create table sender (
  worker  text primary key,
  seen_at timestamptz not null default now()
);

-- What a limit has let through: the starts of the last minute, or the number of a day. Locked by whoever takes from it.
create table send_window (
  organization_id uuid not null references organization,
  name            text not null,
  starts          timestamptz[] not null default '{}',
  -- Beside each start: whose it is, where clients are paced; it is then the time until which the client's pace is used up.
  chats           bigint[] not null default '{}',
  day             date,
  used            int not null default 0,
  primary key (organization_id, name)
) with (fillfactor = 50);

-- A message that was given up or refused: a person sends it again or lets it be.
create table dead_letter (
  organization_id uuid not null,
  id              bigint generated always as identity,
  message_id      bigint not null,
  conversation_id bigint not null,
  channel_id      uuid not null,
  attempts        int not null default 0,
  code            text,
  detail          text,
  failed_at       timestamptz not null default now(),
  settlement      text check (settlement in ('RESENT', 'DISCARDED')),
  settled_at      timestamptz,
  settled_by      bigint,
  primary key (organization_id, id),
  foreign key (organization_id, message_id) references message on delete cascade,
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, channel_id) references channel,
  foreign key (organization_id, settled_by) references users
);
create unique index dead_letter_waiting on dead_letter (organization_id, message_id) where settlement is null;
create index dead_letter_latest on dead_letter (organization_id, id desc) where settlement is null;

create table audit_event (
  organization_id uuid not null references organization,
  id              bigint generated always as identity,
  type            text not null,
  at              timestamptz not null default now(),
  user_id         bigint,
  conversation_id bigint,
  client_id       bigint,
  data            jsonb,
  trace_id        text,
  -- what people narrow the list by
  area            text not null generated always as (case split_part(type, '.', 1)
    when 'conversation' then 'DIALOGUES' when 'conversations' then 'DIALOGUES' when 'message' then 'DIALOGUES'
    when 'draft' then 'DIALOGUES'
    when 'follow_up' then 'DIALOGUES' when 'fact' then 'DIALOGUES'
    when 'client' then 'CLIENTS' when 'clients' then 'CLIENTS' when 'company' then 'CLIENTS' when 'companies' then 'CLIENTS' when 'tag' then 'CLIENTS'
    when 'import' then 'CLIENTS'
    when 'deal' then 'DEALS'
    when 'product' then 'CATALOG' when 'products' then 'CATALOG' when 'price' then 'CATALOG' when 'departure' then 'CATALOG'
    when 'partner' then 'CATALOG' when 'partners' then 'CATALOG' when 'order' then 'CATALOG' when 'orders' then 'CATALOG'
    when 'user' then 'PEOPLE' when 'team' then 'PEOPLE'
    when 'channel' then 'CHANNELS'
    else 'SETTINGS' end) stored,
  -- in whose history it stands, beside the stages
  deal_id         bigint generated always as (case type when 'deal.edited' then (data ->> 'deal')::bigint end) stored,
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users,
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, client_id) references client
);
create index audit_event_latest on audit_event (organization_id, at desc, id desc);
create index audit_event_area on audit_event (organization_id, area, at desc, id desc);
create index audit_event_person on audit_event (organization_id, user_id, at desc, id desc) where user_id is not null;
create index audit_event_conversation on audit_event (organization_id, conversation_id, id);
create index audit_event_deal on audit_event (organization_id, deal_id, id) where deal_id is not null;

-- ---------------------------------------------------------------- agent

create table ai_agent (
  organization_id uuid not null references organization,
  id              bigint not null,
  type            text not null check (type in ('COMMUNICATION', 'QUALIFICATION', 'PRODUCT_SELECTION', 'TRANSLATION')),
  name            text not null,
  prompt          text not null,
  model           text,
  active          boolean not null default true,
  -- Grows with each change: each answer keeps which one wrote it.
  version         int not null default 1,
  primary key (organization_id, id)
);
create index ai_agent_active on ai_agent (organization_id, type, id) where active;

-- What is said before the model is asked. The first active rule by position that fits answers.
create table reply_rule (
  organization_id uuid not null references organization,
  id              bigint not null,
  kind            text not null check (kind in ('GREETING', 'OUT_OF_HOURS', 'KEYWORD', 'ECHO')),
  position        int not null,
  keywords        text[] not null default '{}',
  template        text not null,
  hand_over       boolean not null default false,
  active          boolean not null default true,
  version         int not null default 0,
  primary key (organization_id, id)
);

create table working_hours (
  organization_id uuid not null references organization,
  weekday         smallint not null check (weekday between 1 and 7),
  opens_at        time not null,
  closes_at       time not null,
  primary key (organization_id, weekday),
  check (opens_at < closes_at)
);

-- The equality of texts as an overlap of ranges: the one that an index of the core can keep beside an overlap of days. What makes
-- such a range belongs to the server, reads nothing, and is listed in the catalogue test.
create type text_range as range (subtype = text, collation = "C");

-- Days on which the week does not hold: closed, or open at other hours.
create table special_days (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  first_day       date not null,
  last_day        date not null,
  opens_at        time,
  closes_at       time,
  primary key (organization_id, id),
  check (first_day <= last_day),
  check ((opens_at is null) = (closes_at is null)),
  check (opens_at < closes_at),
  constraint one_meaning_a_day exclude using gist (
    text_range(organization_id::text, organization_id::text, '[]') with &&,
    daterange(first_day, last_day, '[]') with &&)
);

-- ---------------------------------------------------------------- funnel

create table pipeline (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  position        int not null,
  version         int not null default 0,
  primary key (organization_id, id)
);

create table stage (
  organization_id uuid not null,
  id              bigint not null,
  pipeline_id     bigint not null,
  name            text not null,
  position        int not null,
  kind            text not null default 'OPEN' check (kind in ('OPEN', 'WON', 'LOST')),
  probability     int not null default 50 check (probability between 0 and 100),
  -- after so many days without a move a card is shown as rotten; null: never
  rotten_days     int check (rotten_days between 1 and 365),
  version         int not null default 0,
  primary key (organization_id, id),
  unique (organization_id, pipeline_id, id),
  foreign key (organization_id, pipeline_id) references pipeline
);

create table lost_reason (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  archived        boolean not null default false,
  version         int not null default 0,
  primary key (organization_id, id)
);

create table deal (
  organization_id uuid not null,
  id              bigint not null,
  client_id       bigint not null,
  conversation_id bigint,
  pipeline_id     bigint not null,
  stage_id        bigint not null,
  title           text not null,
  -- what it is about in the catalogue
  product_id      bigint,
  amount          numeric(14, 2),
  currency        char(3),
  owner_id        bigint,
  lost_reason_id  bigint,
  next_step       text,
  next_step_at    timestamptz,
  -- Whole numbers far apart: a card goes into the middle of a gap. Not numeric, whose comparison is no leakproof one,
  -- so that under row security the index would not be searched.
  board_position  bigint not null default 0,
  created_at      timestamptz not null default now(),
  stage_since     timestamptz not null default now(),
  closed_at       timestamptz,
  -- made to look around, and to be taken away again
  example         boolean not null default false,
  version         int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references client,
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, pipeline_id) references pipeline,
  foreign key (organization_id, pipeline_id, stage_id) references stage (organization_id, pipeline_id, id),
  foreign key (organization_id, owner_id) references users,
  foreign key (organization_id, lost_reason_id) references lost_reason
);
create index deal_step on deal (organization_id, owner_id, next_step_at) where next_step_at is not null;
create index deal_board on deal (organization_id, stage_id, board_position, id);
create index deal_conversation on deal (organization_id, conversation_id) where conversation_id is not null;
create index deal_cohort on deal (organization_id, pipeline_id, created_at, id);
create index deal_closed on deal (organization_id, pipeline_id, closed_at) where closed_at is not null;

-- Deals are found by the words of their titles as clients are by theirs: by ranges.
create table deal_word (
  organization_id uuid not null,
  word            text collate "C" not null,
  deal_id         bigint not null,
  primary key (organization_id, word, deal_id),
  foreign key (organization_id, deal_id) references deal on delete cascade
);
create index deal_word_deal on deal_word (organization_id, deal_id);

-- How many deals lie in a stage and for how much, by owner (0: nobody's) and currency (empty: without an amount). Kept by a
-- trigger, so that the head of a column costs the same with a million deals as with ten.
create table deal_tally (
  organization_id uuid not null,
  stage_id        bigint not null,
  owner_id        bigint not null,
  currency        text not null,
  deals           bigint not null default 0,
  amount          numeric not null default 0,
  primary key (organization_id, stage_id, owner_id, currency),
  foreign key (organization_id, stage_id) references stage on delete cascade
) with (fillfactor = 50);

create table deal_stage_change (
  organization_id uuid not null,
  id              bigint generated always as identity,
  deal_id         bigint not null,
  from_stage_id   bigint,
  to_stage_id     bigint not null,
  user_id         bigint,
  at              timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, deal_id) references deal on delete cascade,
  foreign key (organization_id, from_stage_id) references stage,
  foreign key (organization_id, to_stage_id) references stage,
  foreign key (organization_id, user_id) references users
);
create index deal_stage_change_deal on deal_stage_change (organization_id, deal_id, id) include (to_stage_id);

-- ---------------------------------------------------------------- analytics: counted from messages by day (docs/adr/0017)

-- What was said in a conversation between two people or with the bot, by day of the organization. No foreign key to conversation:
-- it would lock each conversation of the day whenever the day is counted.
create table conversation_day (
  organization_id uuid not null references organization,
  day             date not null,
  conversation_id bigint not null,
  channel_id      uuid not null,
  client_messages int not null default 0,
  bot_messages    int not null default 0,
  manager_messages int not null default 0,
  -- why the bot called a person, the last time of the day; null: it did not
  handed_over     text,
  primary key (organization_id, day, conversation_id)
);
create index conversation_day_of on conversation_day (organization_id, conversation_id, day);
create index conversation_day_called on conversation_day (organization_id, day, conversation_id) where handed_over is not null;

-- What people wrote: whoever and wherever. user_id 0: from the telephone.
create table person_day (
  organization_id uuid not null references organization,
  day             date not null,
  user_id         bigint not null,
  conversation_id bigint not null,
  messages        int not null,
  primary key (organization_id, day, user_id, conversation_id)
);
create index person_day_of on person_day (organization_id, conversation_id, day);

-- A person's answer that a client waited for. seconds: of working time between the two.
create table human_answer (
  organization_id uuid not null references organization,
  message_id      bigint not null,
  conversation_id bigint not null,
  channel_id      uuid not null,
  -- null: from the telephone
  user_id         bigint,
  waited_since    timestamptz not null,
  answered_at     timestamptz not null,
  day             date not null,
  seconds         bigint not null check (seconds >= 0),
  primary key (organization_id, message_id)
);
create index human_answer_day on human_answer (organization_id, day);
create index human_answer_of on human_answer (organization_id, conversation_id, day);

-- How far the days of an organization are counted, and by which clock.
create table day_count (
  organization_id uuid primary key references organization,
  time_zone       text not null,
  counted_to      date,
  counted_at      timestamptz
);

-- ---------------------------------------------------------------- operations: belongs to the installation, not to an organization

create table job (
  name             text primary key,
  next_at          timestamptz not null,
  last_started_at  timestamptz,
  last_finished_at timestamptz,
  last_execution   bigint,
  last_outcome     text
);

-- The last runs of each job, and those only; code and reason say how one ended that did not end well.
create table job_run (
  id          bigint generated always as identity primary key,
  job         text not null references job on delete cascade,
  started_at  timestamptz not null,
  finished_at timestamptz,
  outcome     text not null default 'RUNNING' check (outcome in ('RUNNING', 'GREEN', 'RED')),
  execution   bigint,
  code        text,
  reason      text
);
create index job_run_latest on job_run (job, id desc);

create table backup_run (
  id            bigint generated always as identity primary key,
  started_at    timestamptz not null default now(),
  -- when it was last gone on with, after it had ended red
  resumed_at    timestamptz,
  finished_at   timestamptz,
  outcome       text not null default 'RUNNING' check (outcome in ('RUNNING', 'GREEN', 'RED')),
  trigger       text not null check (trigger in ('SCHEDULE', 'PERSON')),
  node          text not null,
  execution     bigint,
  file          text,
  bytes         bigint,
  pruned_at     timestamptz,
  reason_code   text,
  reason        text
);
-- One backup at a time over all nodes.
create unique index backup_run_running on backup_run (outcome) where outcome = 'RUNNING';

create table restore_proof (
  id            bigint generated always as identity primary key,
  backup_run_id bigint not null references backup_run on delete cascade,
  started_at    timestamptz not null default now(),
  finished_at   timestamptz,
  outcome       text not null default 'RUNNING' check (outcome in ('RUNNING', 'GREEN', 'RED')),
  tables        int,
  rows_compared bigint,
  reason_code   text,
  reason        text,
  differences   jsonb
);

-- What was shown when each table was asked as the application asks it, and never for a row of a customer.
create table isolation_proof (
  id            bigint generated always as identity primary key,
  started_at    timestamptz not null default now(),
  finished_at   timestamptz,
  outcome       text not null default 'RUNNING' check (outcome in ('RUNNING', 'GREEN', 'RED')),
  trigger       text not null check (trigger in ('SCHEDULE', 'PERSON')),
  execution     bigint,
  tables        int not null default 0,
  -- of them: under a forced policy; nothing seen without an organization; nothing written into a foreign one
  guarded       int not null default 0,
  unseen        int not null default 0,
  unwritten     int not null default 0,
  breaches      text[] not null default '{}'
);
-- One at a time over all nodes.
create unique index isolation_proof_running on isolation_proof (outcome) where outcome = 'RUNNING';

-- ---------------------------------------------------------------- clients: how they are found, sorted, merged and brought in

-- Row security lets an index be searched by leakproof operators only: =, < and > are, like and @@ are not. So what a person
-- searches for is kept word by word, and a search is a range of words.
create table client_word (
  organization_id uuid not null,
  word            text collate "C" not null,
  client_id       bigint not null,
  primary key (organization_id, word, client_id),
  foreign key (organization_id, client_id) references client on delete cascade
);
create index client_word_client on client_word (organization_id, client_id);

create table tag (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index tag_name on tag (organization_id, lower(name));

create table client_tag (
  organization_id uuid not null,
  client_id       bigint not null,
  tag_id          bigint not null,
  primary key (organization_id, client_id, tag_id),
  foreign key (organization_id, client_id) references client on delete cascade,
  foreign key (organization_id, tag_id) references tag on delete cascade
);
create index client_tag_tag on client_tag (organization_id, tag_id, client_id);

create table company_tag (
  organization_id uuid not null,
  company_id      bigint not null,
  tag_id          bigint not null,
  primary key (organization_id, company_id, tag_id),
  foreign key (organization_id, company_id) references company on delete cascade,
  foreign key (organization_id, tag_id) references tag on delete cascade
);
create index company_tag_tag on company_tag (organization_id, tag_id, company_id);

-- A tag that was removed, or joined to another one: enough to bring it back. Thrown away after thirty days.
create table tag_removal (
  organization_id uuid not null references organization,
  id              bigint generated always as identity,
  -- brought back it is the same one, also for whoever remembers it by its number
  tag_id          bigint not null,
  name            text not null,
  -- the clients and the companies it was on
  clients         bigint[] not null default '{}',
  companies       bigint[] not null default '{}',
  -- the tag it was joined to, and the clients and the companies who got that one only because of it
  into_id         bigint,
  gained          bigint[] not null default '{}',
  gained_companies bigint[] not null default '{}',
  -- the mergers of companies whose loser, parted again, gets that one only because of it
  mergers         bigint[] not null default '{}',
  user_id         bigint not null,
  at              timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, into_id) references tag on delete set null (into_id),
  foreign key (organization_id, user_id) references users
);
create index tag_removal_age on tag_removal (organization_id, at);

-- A company that became part of another one, as it was; forgotten after thirty days.
create table company_merge (
  organization_id uuid not null references organization,
  id              bigint generated always as identity,
  survivor_id     bigint not null,
  loser_id        bigint not null,
  name            text not null,
  about           text,
  version         int not null,
  created_at      timestamptz not null,
  -- whether the survivor got its text only because of it
  filled          boolean not null,
  -- those who worked for it
  clients         bigint[] not null default '{}',
  -- its tags, and those that the survivor got only because of it
  tags            bigint[] not null default '{}',
  gained          bigint[] not null default '{}',
  -- what it held in the organization's own fields, by their ids, and those of them that were empty with the survivor
  own             jsonb not null default '{}',
  gained_own      bigint[] not null default '{}',
  user_id         bigint not null,
  at              timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, survivor_id) references company on delete cascade,
  foreign key (organization_id, user_id) references users
);
create index company_merge_survivor on company_merge (organization_id, survivor_id);
create index company_merge_age on company_merge (organization_id, at);

create table custom_field (
  organization_id uuid not null references organization,
  id              bigint not null,
  -- whose cards have it
  bearer          text not null default 'CLIENT' check (bearer in ('CLIENT', 'COMPANY')),
  name            text not null,
  type            text not null check (type in ('TEXT', 'NUMBER', 'DATE', 'FLAG', 'CHOICE')),
  choices         text[] not null default '{}',
  position        int not null default 0,
  archived        boolean not null default false,
  primary key (organization_id, id)
);
create unique index custom_field_name on custom_field (organization_id, bearer, lower(name));

create table client_value (
  organization_id uuid not null,
  client_id       bigint not null,
  field_id        bigint not null,
  text_value      text,
  number_value    numeric,
  date_value      date,
  flag_value      boolean,
  -- what a list of clients is narrowed by: a choice, never longer than this, or a yes or no
  chosen          text generated always as (left(coalesce(text_value, flag_value::text), 60)) stored,
  -- by this a number is found, and then looked at as it is: comparing numeric is not leakproof, so that row security keeps it from an index
  number_near     double precision generated always as (number_value::double precision) stored,
  primary key (organization_id, client_id, field_id),
  foreign key (organization_id, client_id) references client on delete cascade,
  foreign key (organization_id, field_id) references custom_field,
  check (num_nonnulls(text_value, number_value, date_value, flag_value) <= 1)
);
create index client_value_chosen on client_value (organization_id, field_id, chosen, client_id) where chosen is not null;
create index client_value_day on client_value (organization_id, field_id, date_value, client_id) where date_value is not null;
create index client_value_number on client_value (organization_id, field_id, number_near, client_id) where number_near is not null;

create table company_value (
  organization_id uuid not null,
  company_id      bigint not null,
  field_id        bigint not null,
  text_value      text,
  number_value    numeric,
  date_value      date,
  flag_value      boolean,
  -- what the list of companies is narrowed by: a choice, never longer than this, or a yes or no
  chosen          text generated always as (left(coalesce(text_value, flag_value::text), 60)) stored,
  -- by this a number is found, and then looked at as it is: comparing numeric is not leakproof, so that row security keeps it from an index
  number_near     double precision generated always as (number_value::double precision) stored,
  primary key (organization_id, company_id, field_id),
  foreign key (organization_id, company_id) references company on delete cascade,
  foreign key (organization_id, field_id) references custom_field,
  check (num_nonnulls(text_value, number_value, date_value, flag_value) <= 1)
);
create index company_value_chosen on company_value (organization_id, field_id, chosen, company_id) where chosen is not null;
create index company_value_day on company_value (organization_id, field_id, date_value, company_id) where date_value is not null;
create index company_value_number on company_value (organization_id, field_id, number_near, company_id) where number_near is not null;

create table client_note (
  organization_id uuid not null,
  id              bigint not null,
  client_id       bigint not null,
  user_id         bigint not null,
  body            text not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references client on delete cascade,
  foreign key (organization_id, user_id) references users
);
create index client_note_client on client_note (organization_id, client_id, created_at desc);

-- A filter of the client list under a name; the query is the one in the page's address.
create table segment (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  query           text not null,
  user_id         bigint not null,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users
);
create unique index segment_name on segment (organization_id, lower(name));

-- What moved when two cards became one: enough to part them again.
create table client_merge (
  organization_id uuid not null,
  id              bigint generated always as identity,
  survivor_id     bigint not null,
  loser_id        bigint not null,
  origin          text not null check (origin in ('PERSON', 'MESSENGER')),
  user_id         bigint,
  at              timestamptz not null default now(),
  moved           jsonb,
  undone_at       timestamptz,
  undone_by       bigint,
  primary key (organization_id, id),
  foreign key (organization_id, survivor_id) references client,
  foreign key (organization_id, loser_id) references client,
  foreign key (organization_id, user_id) references users,
  foreign key (organization_id, undone_by) references users
);
create index client_merge_survivor on client_merge (organization_id, survivor_id, id);
create index client_merge_loser on client_merge (organization_id, loser_id, id);

-- A file whose rows are to become something: looked at first, done then, perhaps taken back.
create table sheet_import (
  organization_id uuid not null,
  id              bigint not null,
  kind            text not null check (kind in ('CLIENTS', 'PRODUCTS', 'COMPANIES', 'PARTNERS', 'ORDERS')),
  user_id         bigint not null,
  file_name       text not null,
  status          text not null default 'UPLOADED'
    check (status in ('UPLOADED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
  header          text[] not null default '{}',
  mapping         text[] not null default '{}',
  on_known        text not null default 'FILL' check (on_known in ('FILL', 'SKIP')),
  -- whether a row that looks like what is there already is done all the same
  twice           boolean not null default false,
  total           int not null default 0,
  created_at      timestamptz not null default now(),
  touched_at      timestamptz not null default now(),
  finished_at     timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references users
);
alter table client add foreign key (organization_id, import_id) references sheet_import;
alter table company add foreign key (organization_id, import_id) references sheet_import;
create index company_import on company (organization_id, import_id, name_key, id) where import_id is not null;

create index sheet_import_latest on sheet_import (organization_id, kind, id desc);

create table sheet_import_row (
  organization_id uuid not null,
  import_id       bigint not null,
  row_no          int not null,
  cells           text[] not null default '{}',
  outcome         text check (outcome in ('VALID', 'WRONG', 'TWIN', 'CREATED', 'UPDATED', 'SKIPPED', 'UNDONE', 'KEPT')),
  problem         text,
  problem_column  int,
  client_id       bigint,
  product_id      bigint,
  company_id      bigint,
  partner_id      bigint,
  order_id        bigint,
  filled          text[] not null default '{}',
  -- what a valid row is about, and which days of it it takes for itself alone: a later row that takes one of them too is wrong
  claim           text collate "C",
  claim_from      date,
  claim_to        date,
  primary key (organization_id, import_id, row_no),
  foreign key (organization_id, import_id) references sheet_import on delete cascade,
  foreign key (organization_id, client_id) references client on delete set null (client_id),
  foreign key (organization_id, company_id) references company on delete set null (company_id)
);
create index sheet_import_row_outcome on sheet_import_row (organization_id, import_id, outcome, row_no);
create index sheet_import_row_claim on sheet_import_row (organization_id, claim, import_id) where claim is not null;
create index sheet_import_row_company on sheet_import_row (organization_id, company_id) where company_id is not null;
create index sheet_import_row_client on sheet_import_row (organization_id, client_id) where client_id is not null;

create index client_newest on client (organization_id, created_at desc, id desc) where merged_into_id is null;
create index client_by_name on client (organization_id, name_key, id) where merged_into_id is null;
create index client_phone on client (organization_id, phone, id) where merged_into_id is null and phone is not null;
create index client_email on client (organization_id, email, id) where merged_into_id is null and email is not null;
create index client_language on client (organization_id, language, created_at desc, id desc) where merged_into_id is null and language is not null;
create index client_company on client (organization_id, company_id, created_at desc, id desc) where company_id is not null;
create index client_example on client (organization_id, id) where example;
create index conversation_example on conversation (organization_id, id) where kind = 'EXAMPLE';
create index deal_example on deal (organization_id, id) where example;
create index client_import_of on client (organization_id, import_id, created_at desc, id desc) where import_id is not null;
create index client_merged on client (organization_id, merged_into_id) where merged_into_id is not null;
create index conversation_client on conversation (organization_id, client_id, last_message_at desc);
create index deal_client on deal (organization_id, client_id);
create index audit_event_client on audit_event (organization_id, client_id, id) where client_id is not null;

-- ---------------------------------------------------------------- catalog: what is offered, by whom, and for how much

create table partner (
  organization_id uuid not null references organization,
  id              bigint not null,
  name            text not null,
  person          text,
  phone           text,
  email           text,
  about           text,
  -- percent of what the client pays
  commission      numeric(5, 2) check (commission between 0 and 100),
  active          boolean not null default true,
  import_id       bigint,
  name_key        text collate "C" generated always as (lower(name)) stored,
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references sheet_import
);
create index partner_import on partner (organization_id, import_id, name_key, id) where import_id is not null;
alter table sheet_import_row add foreign key (organization_id, partner_id) references partner on delete set null (partner_id);
create index sheet_import_row_partner on sheet_import_row (organization_id, partner_id) where partner_id is not null;
create unique index partner_name on partner (organization_id, name_key);

create table product (
  organization_id uuid not null references organization,
  id              bigint not null,
  type            text not null check (type in ('TOUR', 'GOODS', 'SERVICE')),
  -- what the organization calls it in its own papers
  code            text,
  name            text not null,
  description     text,
  partner_id      bigint,
  active          boolean not null default true,
  import_id       bigint,
  example         boolean not null default false,
  code_key        text collate "C" generated always as (lower(code)) stored,
  name_key        text collate "C" generated always as (lower(name)) stored,
  created_at      timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id),
  foreign key (organization_id, partner_id) references partner,
  foreign key (organization_id, import_id) references sheet_import
);
create index product_example on product (organization_id, id) where example;
create unique index product_code on product (organization_id, code_key) where code_key is not null;
create index product_by_name on product (organization_id, name_key, id);
create index product_partner on product (organization_id, partner_id, name_key, id) where partner_id is not null;
create index product_import on product (organization_id, import_id, name_key, id) where import_id is not null;
alter table deal add foreign key (organization_id, product_id) references product;
create index deal_product on deal (organization_id, product_id) where product_id is not null;
alter table sheet_import_row add foreign key (organization_id, product_id) references product on delete set null (product_id);
create index sheet_import_row_product on sheet_import_row (organization_id, product_id) where product_id is not null;

-- Products and partners are found as clients are: by ranges of words.
create table product_word (
  organization_id uuid not null,
  word            text collate "C" not null,
  product_id      bigint not null,
  primary key (organization_id, word, product_id),
  foreign key (organization_id, product_id) references product on delete cascade
);
create index product_word_product on product_word (organization_id, product_id);

create table partner_word (
  organization_id uuid not null,
  word            text collate "C" not null,
  partner_id      bigint not null,
  primary key (organization_id, word, partner_id),
  foreign key (organization_id, partner_id) references partner on delete cascade
);
create index partner_word_partner on partner_word (organization_id, partner_id);

-- A group that sets out on a day. Its seats are taken and given back by change_order_status only.
create table product_departure (
  organization_id uuid not null,
  id              bigint not null,
  product_id      bigint not null,
  starts_on       date not null,
  ends_on         date not null,
  seats           int not null check (seats between 1 and 10000),
  taken           int not null default 0,
  version         int not null default 0,
  primary key (organization_id, id),
  unique (organization_id, product_id, id),
  unique (organization_id, product_id, starts_on),
  check (ends_on >= starts_on),
  check (taken between 0 and seats),
  foreign key (organization_id, product_id) references product on delete cascade
);
create index product_departure_starts on product_departure (organization_id, starts_on);

-- A price fact: what one unit of a product costs on each day of its term, both ends included. It is never changed, only ended,
-- so that an order shows what it was made from. No two of them say something about one day.
create table product_price (
  organization_id uuid not null,
  id              bigint not null,
  product_id      bigint not null,
  unit            text not null check (unit in ('ADULT', 'CHILD', 'INFANT', 'PIECE')),
  season          text,
  amount          numeric(14, 2) not null check (amount >= 0),
  currency        text not null,
  valid_from      date not null,
  valid_to        date,
  created_at      timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, product_id, id),
  check (valid_to >= valid_from),
  constraint one_price_a_day exclude using gist (
    text_range(organization_id::text || ' ' || product_id::text || ' ' || unit,
      organization_id::text || ' ' || product_id::text || ' ' || unit, '[]') with &&,
    daterange(valid_from, valid_to, '[]') with &&),
  foreign key (organization_id, product_id) references product on delete cascade
);
create index product_price_of on product_price (organization_id, product_id, unit, valid_from desc);

-- The last number of an order that an organization gave.
create table order_number (
  organization_id uuid primary key references organization,
  last            bigint not null
) with (fillfactor = 50);

create table orders (
  organization_id uuid not null,
  id              bigint not null,
  number          bigint not null,
  status          text not null default 'NEW' check (status in ('NEW', 'CONFIRMED', 'PAID', 'DONE', 'CANCELLED')),
  client_id       bigint not null,
  conversation_id bigint,
  deal_id         bigint,
  address         text,
  phone           text,
  note            text,
  import_id       bigint,
  example         boolean not null default false,
  user_id         bigint,
  created_at      timestamptz not null default now(),
  status_at       timestamptz not null default now(),
  version         int not null default 0,
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, client_id) references client,
  foreign key (organization_id, conversation_id) references conversation,
  foreign key (organization_id, deal_id) references deal on delete set null (deal_id),
  foreign key (organization_id, import_id) references sheet_import,
  foreign key (organization_id, user_id) references users
);
create index orders_example on orders (organization_id, id) where example;
create index orders_import on orders (organization_id, import_id, id desc) where import_id is not null;
alter table sheet_import_row add foreign key (organization_id, order_id) references orders on delete set null (order_id);
create index sheet_import_row_order on sheet_import_row (organization_id, order_id) where order_id is not null;
create index orders_newest on orders (organization_id, id desc);
create index orders_status on orders (organization_id, status, id desc);
create index orders_client on orders (organization_id, client_id, id desc);
create index orders_user on orders (organization_id, user_id, id desc) where user_id is not null;
create index orders_made on orders (organization_id, created_at);
create index orders_deal on orders (organization_id, deal_id) where deal_id is not null;
create index orders_conversation on orders (organization_id, conversation_id) where conversation_id is not null;

-- What was ordered, for the price that held then: copied, with the fact it was copied from.
create table order_line (
  organization_id uuid not null,
  id              bigint not null,
  order_id        bigint not null,
  product_id      bigint not null,
  departure_id    bigint,
  price_id        bigint not null,
  unit            text not null check (unit in ('ADULT', 'CHILD', 'INFANT', 'PIECE')),
  quantity        int not null check (quantity between 1 and 10000),
  unit_price      numeric(14, 2) not null check (unit_price >= 0),
  currency        text not null,
  amount          numeric(18, 2) generated always as (quantity * unit_price) stored,
  -- a child on the lap takes none
  seats           int generated always as (case when departure_id is null or unit = 'INFANT' then 0 else quantity end) stored,
  primary key (organization_id, id),
  foreign key (organization_id, order_id) references orders on delete cascade,
  foreign key (organization_id, product_id) references product,
  foreign key (organization_id, product_id, departure_id) references product_departure (organization_id, product_id, id),
  foreign key (organization_id, product_id, price_id) references product_price (organization_id, product_id, id)
);
create index order_line_order on order_line (organization_id, order_id, id);
create index order_line_product on order_line (organization_id, product_id, order_id desc);
create index order_line_departure on order_line (organization_id, departure_id) where departure_id is not null;
create index order_line_price on order_line (organization_id, price_id);

create table order_status_change (
  organization_id uuid not null,
  id              bigint generated always as identity,
  order_id        bigint not null,
  from_status     text,
  to_status       text not null,
  user_id         bigint,
  at              timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, order_id) references orders on delete cascade,
  foreign key (organization_id, user_id) references users
);
create index order_status_change_order on order_status_change (organization_id, order_id, id);

-- ---------------------------------------------------------------- isolation

do $$
declare
  t text;
begin
  for t in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy organization on %I to tulpar_app, tulpar_console
        using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
        with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)$p$, t);
    -- The pipeline serves the organizations of a batch with one statement (docs/adr/0018). Its statements name the organization of each
    -- row they look for, by which an index finds it; this is asked of the row found, not of the index, which would be searched for
    -- each of the list otherwise. No list: no row.
    execute format($p$create policy batch on %I to tulpar_pipeline
        using (strpos(current_setting('app.organization_id', true), organization_id::text) > 0)
        with check (strpos(current_setting('app.organization_id', true), organization_id::text) > 0)$p$, t);
    execute format('grant select, insert, update, delete on %I to tulpar_app, tulpar_pipeline', t);
  end loop;
end $$;

grant usage on schema public to tulpar_app, tulpar_pipeline, tulpar_identity, tulpar_console, tulpar_backup;
grant usage on all sequences in schema public to tulpar_app, tulpar_pipeline;

-- The pipeline finds its work in every organization: ledger, turns, outbox, routes and jobs; never a client, a conversation or a message.
create policy pipeline on inbound_event for select to tulpar_pipeline using (true);
create policy pipeline_update on inbound_event for update to tulpar_pipeline using (true) with check (true);
create policy pipeline on ledger_day to tulpar_pipeline using (true) with check (true);
create policy pipeline on turn to tulpar_pipeline using (true) with check (true);
create policy pipeline on outbox_message to tulpar_pipeline using (true) with check (true);
create policy pipeline on translation_job to tulpar_pipeline using (true) with check (true);
create policy pipeline on media_job to tulpar_pipeline using (true) with check (true);
create policy pipeline on fact_job to tulpar_pipeline using (true) with check (true);
create policy pipeline on snooze for select to tulpar_pipeline using (true);
create policy pipeline on begun_conversation for select to tulpar_pipeline using (true);
create policy pipeline on follow_up_due to tulpar_pipeline using (true) with check (true);
create policy pipeline on channel_route for select to tulpar_pipeline using (true);
create policy pipeline_update on channel_route for update to tulpar_pipeline using (true) with check (true);

-- Whoever signs in is looked up before the organization is known.
create policy identity on users for select to tulpar_identity using (true);
create policy identity on api_token to tulpar_identity using (true) with check (true);
grant select, update (used_at) on api_token to tulpar_identity;
create policy identity on organization for select to tulpar_identity using (true);
create policy identity on second_step for select to tulpar_identity using (true);
grant select (organization_id, second_step_required) on organization to tulpar_identity;
grant select (organization_id, user_id, confirmed_at) on second_step to tulpar_identity;
create policy identity on browser to tulpar_identity using (true) with check (true);
create policy identity on remember_me to tulpar_identity using (true) with check (true);
grant select on users to tulpar_identity;
grant select, insert, delete, update (seen_at) on browser to tulpar_identity;
grant select, insert, delete, update (expires_at) on remember_me to tulpar_identity;

-- The super-admin's console: what runs and whether it runs, not what people write.
create policy console on organization for select to tulpar_console using (true);
create policy console on channel for select to tulpar_console using (true);
create policy console on inbound_event for select to tulpar_console using (true);
create policy console on ledger_day for select to tulpar_console using (true);
create policy console on users for select to tulpar_console using (true);
create policy console on conversation_day for select to tulpar_console using (true);
create policy console on outbox_message for select to tulpar_console using (true);
grant select on organization to tulpar_console;
grant select (organization_id, id, type, name, instance, connection_state, state_changed_at, down_since, problem, removed_at, example, return_policy, created_at) on channel to tulpar_console;
grant select (organization_id, id, channel_id, lane, status, received_at, due_at) on inbound_event to tulpar_console;
grant select on ledger_day to tulpar_console;
grant select (organization_id, active) on users to tulpar_console;
grant select (organization_id, day, client_messages, bot_messages, manager_messages) on conversation_day to tulpar_console;
grant select (organization_id, channel_id, due_at, unknown_since, created_at) on outbox_message to tulpar_console;
grant select, insert, update, delete on sender to tulpar_pipeline;
grant select, insert, update, delete on job, job_run, backup_run, restore_proof, isolation_proof to tulpar_console;
grant usage on all sequences in schema public to tulpar_console;

grant select on all tables in schema public to tulpar_backup;
grant select on all sequences in schema public to tulpar_backup;
alter default privileges in schema public grant select on tables to tulpar_backup;
alter default privileges in schema public grant select on sequences to tulpar_backup;

-- A function is nobody's until it is granted: the repeatable scripts say to whom.
alter default privileges revoke execute on functions from public;
