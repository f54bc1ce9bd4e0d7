package org.tulpar.tests.server;

/**
 * Takes away what a story has made and no page can take back, so that the next finds it as it was.
 */
public final class Swept {

  private Swept() {}

  /** The deals of this title, with their way over the board. */
  public static void deals(Demo.Channel channel, String title) {
    Written.at(channel, "delete from deal where title = ?", title);
  }

  /** What {@link Planted#sale} has put there. */
  public static void sale(Demo.Channel channel, String name) {
    Written.at(channel, "delete from orders where note = ?", name);
    Written.at(channel, "delete from company where name = ?", name);
  }

  /** A pipeline of this name with its stages; nothing may lie on it any more. */
  public static void pipeline(Demo.Channel channel, String name) {
    Written.at(
        channel,
        "delete from stage where pipeline_id in (select id from pipeline where name = ?)",
        name);
    Written.at(channel, "delete from pipeline where name = ?", name);
  }

  /** What {@link Planted#waitingEvents} has put there; how many there were. */
  public static int waitingEvents(Demo.Channel channel) {
    return Written.at(channel, "delete from inbound_event where external_id like 'planted-%'");
  }
}
