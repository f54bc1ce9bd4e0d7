package org.tulpar.dialogue.media;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tulpar.channel.ChannelType;
import org.tulpar.conversation.ConversationChanged;
import org.tulpar.tenant.OrganizationId;

/** The transactions of the work on files: none of them is open while bytes travel. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MediaStep {

  @Inject private MediaWork work;

  public List<MediaJob> claim(int most, Duration hold) throws SQLException {
    return work.claim(most, hold);
  }

  public Optional<ConversationChanged> stored(MediaJob job, String type, long bytes, String name)
      throws SQLException {
    return work.stored(job, type, bytes, name);
  }

  public Optional<ConversationChanged> failed(MediaJob job, String code) throws SQLException {
    return work.failed(job, code);
  }

  public void dropped(MediaJob job) throws SQLException {
    work.dropped(job);
  }

  public void defer(MediaJob job, Duration wait, boolean tried) throws SQLException {
    work.defer(job, wait, tried);
  }

  public Optional<Duration> slot(OrganizationId organization, ChannelType type)
      throws SQLException {
    return work.slot(organization, type);
  }
}
