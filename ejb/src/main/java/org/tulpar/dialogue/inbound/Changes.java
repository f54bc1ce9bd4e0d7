package org.tulpar.dialogue.inbound;

import jakarta.annotation.Resource;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ContactNamed;
import org.tulpar.channel.ChannelEvent.MessageDeleted;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.dialogue.flow.Columns;
import org.tulpar.dialogue.inbound.Batch.Sourced;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.DataSources;
import org.tulpar.tenant.OrganizationId;

/**
 * Changes what was said before: edits, deletions, reactions, names. Whatever comes late, twice or
 * before its message ends in the same rows.
 */
@Repository
public class Changes {

  private static final String CHANGES =
      "select organization_id, conversation_id from apply_changes(?, ?, ?, ?, ?, ?)";

  private static final String REACTIONS =
      "select organization_id, conversation_id from apply_reactions(?, ?, ?, ?, ?, ?, ?)";

  private static final String NAMES =
      "select organization_id, conversation_id from apply_names(?, ?, ?, ?, ?, ?)";

  @Resource(lookup = DataSources.PIPELINE)
  private DataSource pipeline;

  /** An edit or, without a text, a deletion. */
  private record Change(LedgerEvent source, String id, String text, Instant at) {

    static Change of(Sourced<ChannelEvent> change) {
      return switch (change.event()) {
        case MessageEdited e -> new Change(change.source(), e.externalId(), e.text(), e.at());
        case MessageDeleted d -> new Change(change.source(), d.externalId(), null, d.at());
        default -> throw new IllegalArgumentException("no change: " + change.event());
      };
    }

    String kind() {
      return text == null ? "DELETE" : "EDIT";
    }
  }

  /** Edits and deletions; one that comes before its message is kept for it. */
  Set<ConversationChanged> apply(List<Sourced<ChannelEvent>> events) throws SQLException {
    var changes = events.stream().map(Change::of).toList();
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(CHANGES)) {
      new Columns<>(statement, changes)
          .uuid(c -> c.source().organization().value())
          .uuid(c -> c.source().channel())
          .text(Change::id)
          .text(Change::kind)
          .text(Change::text)
          .instant(c -> Timestamp.from(c.at()));
      return conversations(statement);
    }
  }

  Set<ConversationChanged> reactions(List<Sourced<ReactionArrived>> reactions) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(REACTIONS)) {
      new Columns<>(statement, reactions)
          .uuid(r -> r.source().organization().value())
          .uuid(r -> r.source().channel())
          .text(r -> r.event().externalId())
          .text(r -> r.event().reactor())
          .text(r -> r.event().name())
          .text(r -> r.event().sign())
          .instant(r -> Timestamp.from(r.event().at()));
      return conversations(statement);
    }
  }

  Set<ConversationChanged> names(List<Sourced<ContactNamed>> names) throws SQLException {
    try (var connection = pipeline.getConnection();
        var statement = connection.prepareStatement(NAMES)) {
      new Columns<>(statement, names)
          .uuid(n -> n.source().organization().value())
          .bigint(n -> n.source().id())
          .text(n -> n.source().channelType().name())
          .text(n -> n.event().identity().kind().name())
          .text(n -> n.event().identity().value())
          .text(n -> n.event().name());
      return conversations(statement);
    }
  }

  private static Set<ConversationChanged> conversations(PreparedStatement statement)
      throws SQLException {
    var changed = new HashSet<ConversationChanged>();
    try (var rows = statement.executeQuery()) {
      while (rows.next()) {
        changed.add(changed(rows.getObject(1, UUID.class), rows.getLong(2)));
      }
    }
    return changed;
  }

  private static ConversationChanged changed(UUID organization, long conversation) {
    return new ConversationChanged(new OrganizationId(organization), conversation);
  }
}
