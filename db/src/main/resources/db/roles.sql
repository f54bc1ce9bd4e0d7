-- Roles of one installation. Run by a superuser before the migrations; idempotent; passwords are set by the caller.
-- No role but tulpar_backup may look past row level security, and that one may only read.
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
alter role tulpar_restore createdb;

-- PL/pgSQL keeps plans that were made on empty tables; on the hot path only index plans are right.
alter role tulpar_pipeline set enable_seqscan = off;
alter role tulpar_pipeline set enable_hashjoin = off;
alter role tulpar_pipeline set enable_mergejoin = off;
alter role tulpar_pipeline set enable_bitmapscan = off;

-- The server's job repository makes its own tables, in a schema of its own; the dump reads them.
create schema if not exists batch authorization tulpar_batch;
alter role tulpar_batch set search_path = batch;
grant usage on schema batch to tulpar_backup;
alter default privileges for role tulpar_batch in schema batch grant select on tables to tulpar_backup;
alter default privileges for role tulpar_batch in schema batch grant select on sequences to tulpar_backup;
