-- Peer schema: the least a CRM inbox needs. No row-level security.
create table client (
  id bigint generated always as identity primary key,
  tenant text not null,
  phone text not null,
  name text,
  created_at timestamptz not null default now(),
  unique (tenant, phone)
);
create table conversation (
  id bigint generated always as identity primary key,
  client_id bigint not null unique references client(id),
  last_message_at timestamptz not null default now(),
  unread int not null default 0
);
create table message (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation(id),
  direction char(1) not null check (direction in ('I','O')),
  external_id text,
  body text not null,
  status text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create unique index message_ext on message (conversation_id, external_id) where direction = 'I';
create index message_conv on message (conversation_id, id);
