package org.tulpar.channel;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The gateways Tulpar speaks to, and what sets them apart. */
public enum ChannelType {
  EVOLUTION(
      null, true, true, false, false, new Changes(Duration.ofMinutes(15), Duration.ofDays(2))),
  /** Knows dialogues, not single messages: nothing can be said to one of them. */
  CHAT2DESK(null, false, false, false, false, Changes.NONE),
  /** Meta takes free text for a day after the client wrote, then only what it approved before. */
  WHATSAPP_CLOUD(Duration.ofHours(24), true, true, true, true, Changes.NONE),
  TELEGRAM(null, true, true, true, false, new Changes(Duration.ofDays(2), Duration.ofDays(2)));

  private final Duration replyWindow;
  private final boolean addressesMessages;
  private final boolean takesPlaces;
  private final boolean offersAnswers;
  private final boolean batches;
  private final Changes changes;

  ChannelType(
      Duration replyWindow,
      boolean addressesMessages,
      boolean takesPlaces,
      boolean offersAnswers,
      boolean batches,
      Changes changes) {
    this.replyWindow = replyWindow;
    this.addressesMessages = addressesMessages;
    this.takesPlaces = takesPlaces;
    this.offersAnswers = offersAnswers;
    this.batches = batches;
    this.changes = changes;
  }

  /**
   * For how long after it was sent a message of ours may be changed.
   *
   * @param edits zero where its words stay as they are
   * @param deletions zero where it cannot be taken back
   */
  public record Changes(Duration edits, Duration deletions) {

    static final Changes NONE = new Changes(Duration.ZERO, Duration.ZERO);
  }

  public Changes changes() {
    return changes;
  }

  /** Whether a place on the map and a contact card can be sent as what they are. */
  public boolean takesPlaces() {
    return takesPlaces;
  }

  /**
   * Whether the answers of a question are there to be pressed; where they are not, they stand
   * numbered in its text.
   */
  public boolean offersAnswers() {
    return offersAnswers;
  }

  /** Whether a single message can be answered and reacted to. */
  public boolean addressesMessages() {
    return addressesMessages;
  }

  /**
   * Whether one webhook may carry several messages, which may come again in another one: the
   * ledger, which knows webhooks, does not keep them apart then.
   */
  public boolean batches() {
    return batches;
  }

  /** The word in the webhook's path, for example {@code evolution}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How long after the client's last message a free text may be sent; empty when for ever. */
  public Optional<Duration> replyWindow() {
    return Optional.ofNullable(replyWindow);
  }
}
