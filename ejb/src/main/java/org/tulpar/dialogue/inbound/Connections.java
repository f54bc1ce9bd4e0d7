package org.tulpar.dialogue.inbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.tulpar.channel.ChannelEvent.CodeShown;
import org.tulpar.channel.ChannelEvent.ConnectionChanged;
import org.tulpar.channel.line.ChannelChanged;
import org.tulpar.dialogue.inbound.Batch.Sourced;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;

/** What gateways tell of their connections; pages hear of a change, not of a repetition. */
@Repository
public class Connections {

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  @Inject private Event<ChannelChanged> news;

  void connection(Sourced<ConnectionChanged> change) throws SQLException {
    apply("select apply_connection(?, ?, ?)", change.source(), change.event().state().name());
  }

  void code(Sourced<CodeShown> shown) throws SQLException {
    var code = shown.event();
    apply("select show_code(?, ?, ?, ?)", shown.source(), code.picture(), code.pairingCode());
  }

  private void apply(String sql, LedgerEvent source, String... values) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, source.organization().value());
      statement.setObject(2, source.channel());
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 3, values[i]);
      }
      if (changed(statement)) {
        news.fire(new ChannelChanged(source.organization(), source.channel()));
      }
    }
  }

  private static boolean changed(PreparedStatement statement) throws SQLException {
    try (var row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
