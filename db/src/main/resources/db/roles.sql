-- Roles of one installation. Run by a superuser before the migrations; idempotent; passwords are set by the caller.
-- Two roles look past row level security: tulpar_backup, which may only read, and tulpar_restore, which has no right on
-- any table of this database: it fills scratch databases, where keys cannot be checked on rows that hide from their owner.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['tulpar_owner', 'tulpar_app', 'tulpar_pipeline', 'tulpar_identity', 'tulpar_console', 'tulpar_backup', 'tulpar_restore', 'tulpar_batch'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I login', wanted);
    end if;
    execute format('alter role %I nosuperuser nocreaterole nocreatedb noreplication nobypassrls', wanted);
  end loop;
end $$;
alter role tulpar_backup bypassrls;
alter role tulpar_backup set default_transaction_read_only = on;
-- to know where the database keeps its files: a backup inside of them would be lost with them
grant pg_read_all_settings to tulpar_backup;
alter role tulpar_restore createdb bypassrls;

-- The server's job repository makes its tables itself, in a schema of its own; the backup takes them along.
create schema if not exists batch authorization tulpar_batch;
alter role tulpar_batch set search_path = batch;
grant usage on schema batch to tulpar_backup;
grant select on all tables in schema batch to tulpar_backup;
grant select on all sequences in schema batch to tulpar_backup;
alter default privileges for role tulpar_batch in schema batch grant select on tables to tulpar_backup;
alter default privileges for role tulpar_batch in schema batch grant select on sequences to tulpar_backup;

-- PL/pgSQL keeps plans that were made on empty tables; on the hot path only index plans are right.
alter role tulpar_pipeline set enable_seqscan = off;
alter role tulpar_pipeline set enable_hashjoin = off;
alter role tulpar_pipeline set enable_mergejoin = off;
alter role tulpar_pipeline set enable_bitmapscan = off;
-- Tables are joined in the order in which a statement names them: each row is searched for by what the one before it said.
alter role tulpar_pipeline set join_collapse_limit = 1;
-- What the hot path asks is always the same: planned once. A disabled kind of plan looks dear, which would call for compilation.
alter role tulpar_pipeline set plan_cache_mode = force_generic_plan;
alter role tulpar_pipeline set jit = off;
-- A page reads hundreds of rows, not millions: compiling its statement costs more than carrying it out.
alter role tulpar_app set jit = off;
alter role tulpar_console set jit = off;
-- A worker that stalls in a transaction, its node frozen or cut off, would keep the lanes of all organizations from every other node.
alter role tulpar_pipeline set idle_in_transaction_session_timeout = '30s';
-- What a crash takes back the pipeline does again from the ledger, whose own commits wait for the disk; so does what must not be
-- done twice: claim_outbox, mark_outbox, a takeover (docs/adr/0016).
alter role tulpar_pipeline set synchronous_commit = off;

-- Row security asks an index only by operators that are leakproof. Whether a text has a word tells nothing but that, and fails
-- for no text; so the words of messages are searched by their index, and each organization still sees its own only.
alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof;
