package org.tulpar.tests.database;

import java.time.Clock;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.integrations.evolution.EvolutionPayloads;

/** The adapters as they are, without a server's configuration. */
final class Adapters {

  private static final int LONGEST_BODY = 1024 * 1024;

  private Adapters() {}

  static ChannelPayloads evolution() {
    try {
      var constructor = EvolutionPayloads.class.getDeclaredConstructor(Clock.class, int.class);
      constructor.setAccessible(true);
      return constructor.newInstance(Clock.systemUTC(), LONGEST_BODY);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
