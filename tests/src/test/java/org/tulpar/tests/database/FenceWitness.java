package org.tulpar.tests.database;

import java.sql.SQLException;

/**
 * The database itself is the witness: at the very end of each transaction that starts a send it
 * looks once more, with fresh eyes, whether a takeover has committed before, or a person types.
 */
final class FenceWitness {

  static final String AFTER_A_TAKEOVER = "a send started after a takeover";
  static final String OVER_A_TYPING_PERSON = "a send started over a typing person";

  /** The claim as it is. */
  static final String REAL = "claim_outbox";

  /** A claim with a hole in it. */
  static final String PLANTED = "claim_planted";

  private FenceWitness() {}

  static void appears() throws SQLException {
    execute(
        "create table witness (what text)",
        "grant insert on witness to public",
        """
        create function witness() returns trigger language plpgsql as $$
        declare v record;
        begin
          select c.handler, c.handler_epoch, c.typing_at into v from conversation c
            where c.organization_id = new.organization_id and c.id = new.conversation_id;
          if v.handler = 'HUMAN' or v.handler_epoch <> new.handler_epoch then
            insert into witness values ('%s');
          elsif v.typing_at > clock_timestamp() - interval '10 seconds' then
            insert into witness values ('%s');
          end if;
          return null;
        end $$
        """
            .formatted(AFTER_A_TAKEOVER, OVER_A_TYPING_PERSON),
        """
        create constraint trigger witness after update on message deferrable initially deferred for each row
        when (new.status = 'SENDING' and old.status = 'QUEUED' and new.author = 'BOT') execute function witness()
        """);
  }

  static void leaves() throws SQLException {
    execute(
        "drop trigger witness on message",
        "drop function witness",
        "drop table witness",
        "drop function if exists " + PLANTED);
  }

  /** What it has seen, or null. */
  static String says() throws SQLException {
    try (var connection = Database.superuser()) {
      return Sql.query(
              connection,
              "select string_agg(distinct what, '; ' order by what) from witness",
              row -> row.getString(1))
          .getFirst();
    }
  }

  /** Puts a claim beside the real one that differs from it by this alone. */
  static void plant(String change) throws SQLException {
    var real = "pg_get_functiondef('%s'::regproc)".formatted(REAL);
    execute(
        """
        do $do$ declare planted text := %s; begin
          if planted = %s then raise exception 'nothing to take away'; end if;
          execute replace(planted, '%s', '%s');
        end $do$
        """
            .formatted(change.formatted(real), real, REAL, PLANTED),
        "grant execute on function %s to tulpar_pipeline".formatted(PLANTED));
  }

  private static void execute(String... statements) throws SQLException {
    try (var connection = Database.superuser();
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
