package org.tulpar.tests.server;

import java.sql.SQLException;

/** What lies in the database of the installation. */
final class Stored {

  private Stored() {}

  static int count(String sql, Object... parameters) {
    return Integer.parseInt(text(sql, parameters));
  }

  /** The first column of the only row; null when there is none. */
  static String text(String sql, Object... parameters) {
    try (var connection = Installation.TESTED.look();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As the role itself asks: of others it would be told nothing. */
  static int idleTransactions() {
    try (var connection = Installation.TESTED.application();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where usename = 'tulpar_app' and state like"
                    + " 'idle in transaction%'")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static int messagesFrom(String number) {
    return count(
        "select count(*) from message where direction = 'IN' and conversation_id in (%s)"
            .formatted(conversation()),
        number + "@s.whatsapp.net");
  }

  static String ofConversation(String column, String number) {
    return text(
        "select %s from conversation where address = ?".formatted(column),
        number + "@s.whatsapp.net");
  }

  static String ofAnswer(String column, String number) {
    return text(
        "select %s from message where author = 'BOT' and conversation_id in (%s) order by id desc limit 1"
            .formatted(column, conversation()),
        number + "@s.whatsapp.net");
  }

  private static String conversation() {
    return "select id from conversation where address = ?";
  }
}
