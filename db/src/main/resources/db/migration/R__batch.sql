-- Whom a batch of the pipeline serves.
-- A repeatable script: it is applied whole whenever it changes, so each function is dropped by its name first.

-- From here to the end of the transaction, or to the next call, the role tulpar_pipeline sees and writes the rows of these
-- organizations and of no others (docs/adr/0018). Another role may enter one organization only: its policies take no list.
drop function if exists enter;
create function enter(o uuid[]) returns text language plpgsql as $$
begin
  if cardinality(o) = 1 then
    return set_config('app.organization_id', o[1]::text, true);
  end if;
  return set_config('app.organization_id', (select coalesce(string_agg(distinct x::text, ','), '') from unnest(o) x), true);
end $$;

grant execute on function enter to tulpar_pipeline;
