package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules every table, policy, view, function and role must keep. Each is one query over the
 * catalogue of the schema {@code $schema} that answers with subject and problem of every breach.
 */
enum CatalogueRule {
  TENANT_TABLES_FORCE_ROW_SECURITY(
      """
      select table_name, 'row security is not enabled and forced' from tenant_table
      where not (row_security and forced)"""),

  ONE_POLICY_FAILS_CLOSED(
      """
      select table_name, 'policies for tulpar_app are not exactly the one that fails closed'
      from tenant_table where 1 <> (select count(*) from policy p where p.table_id = id and reaches_app)
        or not exists (select from policy p where p.table_id = id and reaches_app and permissive and command = '*'
          and using_text = '(organization_id = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)'
          and check_text = using_text)"""),

  OTHER_POLICIES_ONLY_TO_LISTED_ROLES(
      """
      select table_name || ' to ' || role, 'a second policy' from policy
      cross join unnest(roles) role where not reaches_app and not of_batch"""),

  ONE_POLICY_OF_BATCHES_FAILS_CLOSED(
      """
      select table_name, 'policies for the batches of tulpar_pipeline are not exactly the one that fails closed'
      from tenant_table where 1 <> (select count(*) from policy p where p.table_id = id and of_batch)"""),

  ORGANIZATION_IS_NOT_NULL(
      """
      select table_name, 'organization_id may be null' from tenant_table
      where not organization_not_null"""),

  ORGANIZATION_IS_A_UUID(
      """
      select table_name, 'organization_id is no uuid' from tenant_table
      where organization_type <> 'uuid'::regtype"""),

  TENANT_TABLES_HAVE_A_KEY(
      """
      select table_name, 'no primary key' from tenant_table
      where not exists (select from pg_index i where i.indrelid = id and i.indisprimary)"""),

  UNIQUE_CONTAINS_THE_ORGANIZATION(
      """
      select i.indexrelid::regclass::text, 'unique without organization_id'
      from tenant_table t join pg_index i on i.indrelid = t.id and i.indisunique
      where not t.organization = any (i.indkey::int2[])"""),

  FOREIGN_KEYS_CONTAIN_THE_ORGANIZATION(
      """
      select t.table_name || '.' || c.conname, 'foreign key that may reach another organization'
      from tenant_table t join pg_constraint c on c.conrelid = t.id and c.contype = 'f'
      join tenant_table f on f.id = c.confrelid
      where not exists (select from unnest(c.conkey, c.confkey) k(mine, other)
                        where k.mine = t.organization and k.other = f.organization)"""),

  TENANT_ROWS_HANG_ON_TENANT_ROWS(
      """
      select t.table_name || '.' || c.conname, 'a tenant row hangs on a row that belongs to nobody, or the reverse'
      from pg_constraint c join any_table t on t.id = c.conrelid join any_table f on f.id = c.confrelid
      where c.contype = 'f' and (t.organization is null) <> (f.organization is null)"""),

  GLOBAL_TABLES_ARE_LISTED(
      "select table_name, 'no organization_id' from any_table where organization is null"),

  VIEWS_ASK_AS_THE_CALLER(
      """
      select c.oid::regclass::text, 'view that asks as its owner' from pg_class c
      where c.relnamespace = '$schema'::regnamespace and c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions)
                         or 'security_invoker=on' = any (c.reloptions), false)"""),

  NO_MATERIALIZED_VIEW(
      """
      select c.oid::regclass::text, 'materialized view: it knows no policy' from pg_class c
      where c.relnamespace = '$schema'::regnamespace and c.relkind = 'm'"""),

  NO_FUNCTION_AS_ITS_OWNER(
      """
      select p.oid::regprocedure::text, 'SECURITY DEFINER' from pg_proc p
      where p.pronamespace = '$schema'::regnamespace and p.prosecdef"""),

  NO_FUNCTION_FOR_EVERYBODY(
      """
      select p.oid::regprocedure::text, 'everybody may call it' from pg_proc p
      where p.pronamespace = '$schema'::regnamespace
        and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0)"""),

  ROLES_HAVE_NO_POWER(
      """
      select r.rolname, 'superuser, BYPASSRLS, CREATEROLE, CREATEDB or replication' from pg_roles r
      where r.rolname like 'tulpar%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)"""),

  ROLES_ARE_NO_MEMBERS(
      """
      select m.member::regrole::text, 'member of ' || m.roleid::regrole::text from pg_auth_members m
      where m.member::regrole::text like 'tulpar%'"""),

  ROLES_OWN_NOTHING(
      """
      select c.oid::regclass::text, 'owned by ' || c.relowner::regrole::text from pg_class c
      where c.relnamespace = '$schema'::regnamespace and c.relowner in (select oid from runtime_role)"""),

  ROLES_CREATE_NOTHING(
      """
      select rolname, 'may create in the schema' from runtime_role
      where has_schema_privilege(oid, '$schema', 'create')"""),

  ROLES_CANNOT_TRUNCATE(
      """
      select t.table_name || ' by ' || r.rolname, 'TRUNCATE, REFERENCES or TRIGGER: all pass row security'
      from any_table t cross join runtime_role r
      where has_table_privilege(r.oid, t.id, 'truncate') or has_table_privilege(r.oid, t.id, 'references')
        or has_table_privilege(r.oid, t.id, 'trigger')"""),

  BACKUP_ONLY_READS(
      """
      select t.table_name, 'tulpar_backup, which sees all rows, may write' from any_table t
      where has_table_privilege('tulpar_backup', t.id, 'insert') or has_table_privilege('tulpar_backup', t.id, 'update')
        or has_table_privilege('tulpar_backup', t.id, 'delete')"""),

  BACKUP_READS_EVERYTHING(
      """
      select t.table_name, 'tulpar_backup may not read it, so no dump holds it' from any_table t
      where not has_table_privilege('tulpar_backup', t.id, 'select')"""),

  NOTHING_FOR_EVERYBODY(
      """
      select t.table_name, 'granted to everybody' from any_table t join pg_class c on c.oid = t.id
      where exists (select from aclexplode(c.relacl) where grantee = 0)""");

  private static final String CATALOGUE =
      """
      with any_table as (
        select c.oid as id, c.oid::regclass::text as table_name, c.relrowsecurity as row_security, c.relforcerowsecurity as forced,
               a.attnum as organization, a.attnotnull as organization_not_null, a.atttypid as organization_type
        from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
        where c.relnamespace = '$schema'::regnamespace and c.relkind in ('r', 'p', 'f')),
      tenant_table as (select * from any_table where organization is not null),
      policy as (
        select t.id as table_id, t.table_name, p.polpermissive as permissive, p.polcmd as command,
               pg_get_expr(p.polqual, p.polrelid) as using_text, pg_get_expr(p.polwithcheck, p.polrelid) as check_text,
               p.polroles && array[0::oid, 'tulpar_app'::regrole::oid] as reaches_app,
               p.polpermissive and p.polcmd = '*' and p.polroles = array['tulpar_pipeline'::regrole::oid]
                 and pg_get_expr(p.polqual, p.polrelid) = pg_get_expr(p.polwithcheck, p.polrelid)
                 and pg_get_expr(p.polqual, p.polrelid)
                   = '(strpos(current_setting(''app.organization_id''::text, true), (organization_id)::text) > 0)' as of_batch,
               array(select case r when 0 then 'public' else r::regrole::text end from unnest(p.polroles) r) as roles
        from any_table t join pg_policy p on p.polrelid = t.id),
      runtime_role as (select oid, rolname from pg_roles where rolname like 'tulpar%' and rolname <> 'tulpar_owner')
      """;

  private final String query;

  CatalogueRule(String query) {
    this.query = query;
  }

  List<Finding> findings(Connection connection, String schema) throws SQLException {
    var found = new ArrayList<Finding>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery((CATALOGUE + query).replace("$schema", schema))) {
      while (rows.next()) {
        found.add(new Finding(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }
}
