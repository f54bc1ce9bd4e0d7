package org.tulpar.web.dialogue;

import java.io.Serializable;
import org.tulpar.dialogue.ledger.EventStatus;
import org.tulpar.dialogue.ledger.LedgerRow;
import org.tulpar.web.operations.Figures;

/** One event, ready to show; kept with the page, so that a button acts on what stands beside it. */
public final class EventLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final long id;
  private final String received;
  private final String channel;
  private final String type;
  private final String externalId;
  private final EventStatus status;
  private final String reason;

  private EventLine(LedgerRow row, Figures figures) {
    id = row.id();
    received = figures.exact(row.receivedAt());
    channel = row.channelName();
    type = row.eventType();
    externalId = row.externalId();
    status = row.status();
    reason = row.reason();
  }

  static EventLine of(LedgerRow row, Figures figures) {
    return new EventLine(row, figures);
  }

  public long getId() {
    return id;
  }

  public String getReceived() {
    return received;
  }

  public String getChannel() {
    return channel;
  }

  public String getType() {
    return type;
  }

  public String getExternalId() {
    return externalId;
  }

  public String getStatus() {
    return status.name();
  }

  public String getReason() {
    return reason;
  }

  public boolean isFailed() {
    return status == EventStatus.FAILED;
  }
}
