package org.tulpar.dialogue.inbound;

import jakarta.enterprise.inject.spi.CDI;
import org.tulpar.channel.Routing;
import org.tulpar.dialogue.flow.Providers;

/**
 * What takes webhooks, for an archive without CDI: in one with it the server opens and closes a
 * request scope around each of them, a seventh of what a webhook costs it.
 */
public record Reception(Routing routing, Providers providers, Intake intake) {

  public static Reception open() {
    var beans = CDI.current();
    return new Reception(
        beans.select(Routing.class).get(),
        beans.select(Providers.class).get(),
        beans.select(Intake.class).get());
  }
}
