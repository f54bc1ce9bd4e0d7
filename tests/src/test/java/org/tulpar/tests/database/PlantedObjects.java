package org.tulpar.tests.database;

import java.util.List;

/** Tables, views, functions and grants that break one rule each, beside sound ones. */
final class PlantedObjects {

  private static final String POLICY =
      """
      create policy organization on %s to tulpar_app
        using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)
        with check (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid)""";

  private static final String BATCHES =
      """
      create policy batch on %s to tulpar_pipeline
        using (strpos(current_setting('app.organization_id', true), organization_id::text) > 0)
        with check (strpos(current_setting('app.organization_id', true), organization_id::text) > 0)""";

  /** Two tables that keep every rule. */
  static final List<String> SOUND =
      List.of(
          "create table parent (organization_id uuid not null, id bigint, primary key (organization_id, id))",
          """
          create table child (organization_id uuid not null, id bigint, parent_id bigint, primary key (organization_id, id),
            foreign key (organization_id, parent_id) references parent)""",
          "alter table parent enable row level security",
          "alter table parent force row level security",
          "alter table child enable row level security",
          "alter table child force row level security",
          POLICY.formatted("parent"),
          POLICY.formatted("child"),
          BATCHES.formatted("parent"),
          BATCHES.formatted("child"),
          "grant select on parent, child to tulpar_backup");

  private PlantedObjects() {}

  static List<String> breaking(CatalogueRule rule) {
    return switch (rule) {
      case TENANT_TABLES_FORCE_ROW_SECURITY ->
          List.of("alter table child no force row level security");
      case ONE_POLICY_FAILS_CLOSED ->
          List.of(
              "drop policy organization on child",
              """
              create policy organization on child to tulpar_app
              using (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid or true)""");
      case OTHER_POLICIES_ONLY_TO_LISTED_ROLES ->
          List.of("create policy wide on child to tulpar_console using (true)");
      case ONE_POLICY_OF_BATCHES_FAILS_CLOSED ->
          List.of(
              "drop policy batch on child",
              """
              create policy batch on child to tulpar_pipeline
              using (strpos(coalesce(current_setting('app.organization_id', true), organization_id::text), organization_id::text) > 0)""");
      case ORGANIZATION_IS_NOT_NULL -> List.of("create table planted (organization_id uuid)");
      case ORGANIZATION_IS_A_UUID -> List.of("create table planted (organization_id text)");
      case TENANT_TABLES_HAVE_A_KEY ->
          List.of("create table planted (organization_id uuid not null)");
      case UNIQUE_CONTAINS_THE_ORGANIZATION ->
          List.of("alter table child add constraint planted unique (id)");
      case FOREIGN_KEYS_CONTAIN_THE_ORGANIZATION ->
          List.of(
              "create unique index planted_target on parent (id)",
              "alter table child add constraint planted foreign key (parent_id) references parent (id)");
      case TENANT_ROWS_HANG_ON_TENANT_ROWS ->
          List.of(
              "create table planted (id bigint primary key)",
              "alter table child add constraint planted foreign key (parent_id) references planted");
      case GLOBAL_TABLES_ARE_LISTED -> List.of("create table planted (id bigint primary key)");
      case VIEWS_ASK_AS_THE_CALLER -> List.of("create view planted as select * from child");
      case NO_MATERIALIZED_VIEW ->
          List.of("create materialized view planted as select * from child");
      case NO_FUNCTION_AS_ITS_OWNER ->
          List.of(
              "create function planted() returns bigint security definer language sql as 'select count(*) from crooked.child'");
      case NO_FUNCTION_FOR_EVERYBODY ->
          List.of("create function planted() returns int language sql as 'select 1'");
      case ROLES_HAVE_NO_POWER -> List.of("alter role tulpar_app bypassrls");
      case ROLES_ARE_NO_MEMBERS -> List.of("grant tulpar_owner to tulpar_app");
      case ROLES_OWN_NOTHING ->
          List.of(
              "grant create on schema crooked to tulpar_app",
              "alter table child owner to tulpar_app");
      case ROLES_CREATE_NOTHING -> List.of("grant create on schema crooked to tulpar_pipeline");
      case ROLES_CANNOT_TRUNCATE -> List.of("grant truncate on child to tulpar_pipeline");
      case BACKUP_ONLY_READS -> List.of("grant delete on child to tulpar_backup");
      case BACKUP_READS_EVERYTHING -> List.of("revoke select on child from tulpar_backup");
      case NOTHING_FOR_EVERYBODY -> List.of("grant select on child to public");
    };
  }
}
