package org.tulpar.web.operations;

import org.tulpar.operations.ChannelBacklog;

/** One channel of the console, ready to show. */
public final class BacklogLine {

  private final ChannelBacklog backlog;
  private final Figures figures;

  BacklogLine(ChannelBacklog backlog, Figures figures) {
    this.backlog = backlog;
    this.figures = figures;
  }

  public String getOrganization() {
    return backlog.organization();
  }

  public String getChannel() {
    return backlog.channel();
  }

  /** Key of the gateway's name. */
  public String getTypeKey() {
    return "channel.type." + backlog.type();
  }

  public String getState() {
    return backlog.state().name();
  }

  public String getSince() {
    return figures.exact(backlog.stateSince());
  }

  /** Down for more than five minutes. */
  public boolean isAlert() {
    return backlog.alert();
  }

  public String getWaiting() {
    return figures.count(backlog.waiting());
  }

  public String getOldest() {
    return figures.exact(backlog.oldest());
  }

  public String getFailed() {
    return figures.count(backlog.failed());
  }

  public boolean isTroubled() {
    return backlog.failed() > 0;
  }

  public String getProcessed() {
    return figures.count(backlog.processed());
  }
}
