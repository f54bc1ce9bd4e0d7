package org.tulpar.web.channel;

import java.io.Serializable;
import java.time.Instant;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.LineRow;
import org.tulpar.channel.line.Lines;
import org.tulpar.web.operations.Figures;

/**
 * One channel, ready to show; kept with the page, so that a button acts on what stands beside it.
 */
public final class LineView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String name;
  private final String instance;
  private final String type;
  private final String phase;
  private final String since;
  private final String qr;
  private final long qrAt;
  private final String pairingCode;
  private final String problem;
  private final boolean open;
  private final boolean alert;
  private final boolean rotating;
  private final String rotated;
  private final boolean keyed;
  private final boolean opened;
  private final boolean removable;
  private final boolean posted;
  private final String postingUrl;
  private final String postingWord;

  private LineView(LineRow line, Figures figures, Instant now) {
    id = line.id().toString();
    name = line.name();
    instance = line.instance();
    type = line.type().name();
    phase = phase(line);
    since = figures.exact(line.downSince() == null ? line.since() : line.downSince());
    qr = line.scannedAt() == null ? line.qr() : null;
    qrAt = line.qrAt() == null ? 0 : line.qrAt().toEpochMilli();
    pairingCode = line.pairingCode();
    problem = line.problem();
    open = line.state() == ConnectionState.OPEN;
    alert = Lines.alerts(line, now);
    rotating = line.rotatedAt() != null && line.registeredAt() == null;
    rotated = line.rotatedAt() == null ? null : figures.exact(line.rotatedAt());
    keyed = line.type() != ChannelType.EVOLUTION;
    opened = line.opened();
    removable = line.isRemovable();
    posted = line.registeredAt() != null;
    var byHand = line.type() == ChannelType.WHATSAPP_CLOUD && opened;
    postingUrl = byHand ? line.posting().url() : null;
    postingWord = byHand ? line.posting().secret() : null;
  }

  static LineView of(LineRow line, Figures figures, Instant now) {
    return new LineView(line, figures, now);
  }

  /** The steps of pairing, and what comes after. */
  private static String phase(LineRow line) {
    return switch (line.state()) {
      case OPEN -> "OPEN";
      case CONNECTING -> pairing(line);
      case CLOSED -> line.downSince() != null ? "CLOSED" : line.opened() ? "NEW" : "ENDED";
    };
  }

  private static String pairing(LineRow line) {
    if (line.scannedAt() != null) {
      return "SCANNED";
    }
    return line.qr() == null ? "CONNECTING" : "WAITING";
  }

  public String getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public String getInstance() {
    return instance;
  }

  /** Key of the gateway's name. */
  public String getTypeKey() {
    return "channel.type." + type;
  }

  /** Whether it is paired here; other providers do that themselves. */
  public boolean isPaired() {
    return !keyed;
  }

  /** Whether a key opens it that a person has from its provider. */
  public boolean isKeyed() {
    return keyed;
  }

  /** Whether there is a key. */
  public boolean isOpened() {
    return opened;
  }

  public boolean isRemovable() {
    return removable;
  }

  public String getGlyph() {
    return switch (ChannelType.valueOf(type)) {
      case TELEGRAM -> "tg";
      case CHAT2DESK -> "chat";
      case EVOLUTION, WHATSAPP_CLOUD -> "wa";
    };
  }

  /** Whether a person tells the provider where to post, and the channel was made here. */
  public boolean isEnteredByHand() {
    return postingWord != null;
  }

  /** Whether the provider was seen to post to us. */
  public boolean isPosted() {
    return posted;
  }

  public String getPostingUrl() {
    return postingUrl;
  }

  public String getPostingWord() {
    return postingWord;
  }

  public String getPhase() {
    return phase;
  }

  public String getSince() {
    return since;
  }

  public String getQr() {
    return qr;
  }

  /** Milliseconds of the epoch, for the countdown. */
  public long getQrAt() {
    return qrAt;
  }

  public String getPairingCode() {
    return pairingCode;
  }

  public String getProblem() {
    return problem;
  }

  public boolean isOpen() {
    return open;
  }

  /** Down for so long that somebody must look. */
  public boolean isAlert() {
    return alert;
  }

  /** The gateway has not been seen with the new secret yet. */
  public boolean isRotating() {
    return rotating;
  }

  public String getRotated() {
    return rotated;
  }
}
