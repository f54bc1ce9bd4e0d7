package org.tulpar.tests.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two organizations in which everything is called the same: the people, the messages at the
 * provider, and even the ids of the rows. A third one is a stranger to them.
 */
final class Twins implements Prepared {

  static final String JID = "77010000001@s.whatsapp.net";

  private static final short LANE = 30_500;

  private final List<Pipeline> both = new ArrayList<>();
  private Pipeline stranger;
  private Connection connection;

  @Override
  public void prepare() throws SQLException {
    // as the database sorts them
    var ids =
        Stream.of(UUID.randomUUID(), UUID.randomUUID())
            .sorted(Comparator.comparing(UUID::toString));
    for (var id : ids.toList()) {
      both.add(Pipeline.ofNewOrganization(0, id, LANE));
    }
    stranger = Pipeline.ofNewOrganization(0, (short) (LANE + 1));
    stranger.apply(Incoming.from(JID, "M", "words of a stranger"));
    connection = Pipeline.connect();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  List<Pipeline> both() {
    return both;
  }

  Pipeline first() {
    return both.getFirst();
  }

  Pipeline last() {
    return both.getLast();
  }

  Pipeline stranger() {
    return stranger;
  }

  Connection connection() {
    return connection;
  }

  /** From here on the transaction serves both. */
  void enter() throws SQLException {
    value("select enter(%s)".formatted(organizations()));
  }

  /** A message of the same person to both, under the same names and ids. */
  List<String> arrive(String name, int client, int conversation, int message, String... authors)
      throws SQLException {
    return call(
        """
        apply_messages(%1$s, '{%3$d,%3$d}', '{EVOLUTION,EVOLUTION}', '{JID,JID}', '{%6$s,%6$s}', '{Aigul,Aigul}', '{null,null}',
          %1$s, '{1,2}', %2$s, '{30500,30500}', '{%3$d,%3$d}', '{%4$d,%4$d}', '{%6$s,%6$s}', '{DIRECT,DIRECT}', '{%7$s,%7$s}', '{%8$s,%9$s}', '{TEXT,TEXT}',
          %10$s, '{null,null}', '{Aigul,Aigul}', '{null,null}', '{now,now}', '{%5$d,%5$d}', '{false,false}')"""
            .formatted(
                organizations(),
                list(both.stream().map(one -> one.channel.toString())),
                client,
                conversation,
                message,
                JID,
                name,
                authors[0],
                authors[authors.length - 1],
                list(both.stream().map(this::words))));
  }

  /** What the person writes to this one. */
  String words(Pipeline one) {
    return "words to " + one.organization;
  }

  /** The bot has answered both, in messages of the same id. */
  void answered() throws SQLException {
    answered("{40,40}");
  }

  /** The bot has answered both, in messages of these ids. */
  void answered(String replies) throws SQLException {
    arrive("M-1", 10, 20, 30, "CLIENT");
    call("claim_turns('{30500}', 100, 'w', '1 minute', '{}', '1 minute')");
    call(
        "finish_turns(%s, '{20,20}', '{0,0}', 'w', '{REPLY,REPLY}', '{to the first,to the second}', '{null,null}', '{null,null}', '{30,30}', '%s')"
            .formatted(organizations(), replies));
  }

  /** Returns, by row, whether it brought a message, and whose it is, if the function says so. */
  List<String> call(String function) throws SQLException {
    var found = new ArrayList<String>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from " + function)) {
      var told = names(rows).containsAll(List.of("message_id", "organization_id"));
      while (rows.next()) {
        found.add(
            told
                ? (rows.getObject("message_id") != null) + " " + rows.getString("organization_id")
                : rows.getString(1));
      }
    }
    connection.commit();
    return found;
  }

  private static List<String> names(ResultSet rows) throws SQLException {
    var names = new ArrayList<String>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      names.add(rows.getMetaData().getColumnName(i));
    }
    return names;
  }

  /** One value, as the pipeline sees it. */
  String value(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** One value of the first, and of the last; the query's only parameter is the organization. */
  List<String> ofEach(String sql) throws SQLException {
    var values = new ArrayList<String>();
    for (var one : both) {
      values.add(one.look(sql));
    }
    return values;
  }

  String organizations() {
    return list(both.stream().map(one -> one.organization.toString()));
  }

  private static String list(Stream<String> values) {
    return values.collect(Collectors.joining(",", "'{", "}'"));
  }
}
