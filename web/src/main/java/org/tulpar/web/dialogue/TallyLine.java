package org.tulpar.web.dialogue;

import org.tulpar.dialogue.ledger.ChannelTally;
import org.tulpar.web.operations.Figures;

/** One channel's counts, ready to show. */
public final class TallyLine {

  private final ChannelTally tally;
  private final Figures figures;

  TallyLine(ChannelTally tally, Figures figures) {
    this.tally = tally;
    this.figures = figures;
  }

  public String getChannel() {
    return tally.channel().toString();
  }

  public String getName() {
    return tally.name();
  }

  /** Key of the gateway's name. */
  public String getTypeKey() {
    return "channel.type." + tally.type();
  }

  public String getReceived() {
    return figures.count(tally.received());
  }

  public String getProcessed() {
    return figures.count(tally.processed());
  }

  public String getIgnored() {
    return figures.count(tally.ignored());
  }

  public String getWaiting() {
    return figures.count(tally.waiting());
  }

  public String getFailed() {
    return figures.count(tally.failed());
  }

  public boolean isTroubled() {
    return tally.failed() > 0;
  }
}
