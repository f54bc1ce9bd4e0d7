package org.tulpar.dialogue.inbound;

import jakarta.annotation.Resource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.channel.ContentJson;
import org.tulpar.channel.Lane;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.dialogue.inbound.Batch.Repeated;
import org.tulpar.dialogue.inbound.Batch.Sourced;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/** Writes what a batch brought: one call per kind, whatever the number of organizations. */
@Repository
public class Arrivals {

  private static final String MESSAGES =
      """
      select organization_id, conversation_id, message_id, due, taken_over from apply_messages(
        ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String ECHOES =
      "select organization_id, conversation_id from apply_echoes(?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /**
   * What a batch changed.
   *
   * @param turnsDue lanes in which a turn waits for nothing any more
   * @param takenOver conversations that a person has taken over by writing on the phone
   */
  record Written(
      Set<ConversationChanged> conversations, Set<Integer> turnsDue, Set<Long> takenOver) {}

  Written messages(People people, List<Arrival> arrivals) throws SQLException {
    var changed = new HashSet<ConversationChanged>();
    var due = new HashSet<Integer>();
    var takenOver = new HashSet<Long>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(MESSAGES)) {
      bind(statement, people, arrivals);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          if (rows.getObject(3) != null) {
            var organization = new OrganizationId((UUID) rows.getObject(1));
            changed.add(new ConversationChanged(organization, rows.getLong(2)));
            if (rows.getBoolean(4)) {
              due.add(Lane.of(organization));
            }
            if (rows.getBoolean(5)) {
              takenOver.add(rows.getLong(2));
            }
          }
        }
      }
    }
    return new Written(changed, due, takenOver);
  }

  private static void bind(PreparedStatement statement, People people, List<Arrival> arrivals)
      throws SQLException {
    var names = people.rows();
    names.sort(Comparator.comparing(People.Row::organization));
    new Columns<>(statement, names)
        .uuid(n -> n.organization().value())
        .bigint(n -> n.person().candidate)
        .text(n -> n.type().name())
        .text(n -> n.identity().kind().name())
        .text(n -> n.identity().value())
        .text(n -> n.person().name())
        .text(n -> n.person().phone())
        .then(arrivals)
        .uuid(a -> a.organization().value())
        .bigint(a -> a.event().id())
        .uuid(a -> a.event().channel())
        .smallint(a -> Lane.of(a.organization()))
        .bigint(a -> a.person().candidate)
        .bigint(Arrival::conversation)
        .text(a -> a.message().chat())
        .text(a -> a.message().chatKind().name())
        .text(a -> a.message().externalId())
        .text(Arrival::author)
        .text(a -> a.message().content().kind())
        .text(a -> a.message().content().text())
        .text(a -> ContentJson.of(a.message().content()))
        .text(a -> a.message().senderName())
        .text(a -> a.message().quotedExternalId())
        .instant(a -> Timestamp.from(a.message().at()))
        .bigint(Arrival::id)
        .flag(Arrival::past);
  }

  Set<ConversationChanged> echoes(List<Sourced<OwnMessageEchoed>> echoes) throws SQLException {
    var settled = new HashSet<ConversationChanged>();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(ECHOES)) {
      new Columns<>(statement, echoes)
          .uuid(e -> e.source().organization().value())
          .uuid(e -> e.source().channel())
          .text(e -> e.event().chat())
          .text(e -> e.event().externalId())
          .text(e -> e.event().content().text())
          .text(e -> e.event().form())
          .instant(e -> Timestamp.from(e.event().at()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var organization = new OrganizationId((UUID) rows.getObject(1));
          settled.add(new ConversationChanged(organization, rows.getLong(2)));
        }
      }
    }
    return settled;
  }

  /** Those of the messages that are stored already, in whichever conversation of their channel. */
  Set<ChannelEvent> stored(List<Repeated> messages) throws SQLException {
    if (messages.isEmpty()) {
      return Set.of();
    }
    var stored = Collections.<ChannelEvent>newSetFromMap(new IdentityHashMap<>());
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement("select stored_messages(?, ?, ?, ?)")) {
      new Columns<>(statement, messages)
          .uuid(m -> m.source().organization().value())
          .uuid(m -> m.source().channel())
          .text(Repeated::externalId)
          .text(m -> m.outbound() ? "OUT" : "IN");
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.add(messages.get(rows.getInt(1) - 1).event());
        }
      }
    }
    return stored;
  }

  /** Returns the receipts whose message is not known yet. */
  ReceiptsWritten receipts(List<Sourced<ReceiptArrived>> receipts) throws SQLException {
    var changed = new HashSet<ConversationChanged>();
    var unknown = new ArrayList<Sourced<ReceiptArrived>>();
    try (var connection = pipeline.getConnection();
        var statement =
            connection.prepareStatement(
                "select organization_id, conversation_id, unknown from apply_receipts(?, ?, ?, ?,"
                    + " ?, ?, ?, ?)")) {
      new Columns<>(statement, receipts)
          .uuid(r -> r.source().organization().value())
          .text(r -> r.event().externalId())
          .text(r -> r.event().status().name())
          .instant(r -> Timestamp.from(r.event().at()))
          .text(r -> r.event().code())
          .text(r -> r.event().detail())
          .uuid(r -> r.source().channel())
          .bigint(r -> r.event().message());
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var index = rows.getInt(3);
          if (index > 0) {
            unknown.add(receipts.get(index - 1));
          } else {
            var organization = new OrganizationId((UUID) rows.getObject(1));
            changed.add(new ConversationChanged(organization, rows.getLong(2)));
          }
        }
      }
    }
    return new ReceiptsWritten(changed, unknown);
  }

  /** What receipts changed, and those that came before their message. */
  record ReceiptsWritten(
      Set<ConversationChanged> conversations, List<Sourced<ReceiptArrived>> unknown) {}
}
