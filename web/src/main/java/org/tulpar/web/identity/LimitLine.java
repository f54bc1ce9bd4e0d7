package org.tulpar.web.identity;

import java.io.Serializable;
import java.util.UUID;
import org.tulpar.channel.ChannelLimit;

/** The limit of one channel under a person's hands. */
public final class LimitLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final UUID channel;
  private final String name;
  private int perMinute;

  LimitLine(ChannelLimit limit) {
    channel = limit.channel();
    name = limit.name();
    perMinute = limit.perMinute();
  }

  UUID channel() {
    return channel;
  }

  public String getName() {
    return name;
  }

  public int getPerMinute() {
    return perMinute;
  }

  public void setPerMinute(int perMinute) {
    this.perMinute = perMinute;
  }
}
