package org.tulpar.web.conversation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.tulpar.conversation.hours.Answering;
import org.tulpar.conversation.hours.Promises;

/** What is promised to clients, read once for a response. */
@RequestScoped
public class Chips {

  @Inject private Answering answering;
  @Inject private Readers readers;
  private Promises promises;

  /** Null where nobody waits or nothing is promised. */
  Chip chip(UUID channel, boolean answered, Instant waitingSince) {
    if (waitingSince == null) {
      return null;
    }
    if (promises == null) {
      promises = answering.promises();
    }
    return Chip.of(promises.deadline(channel, answered, waitingSince), readers.reader());
  }
}
