package org.tulpar.dialogue.outbound;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelGateway.Trace;
import org.tulpar.channel.ChannelGateway.Wanted;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.flow.Workers;
import org.tulpar.dialogue.outbound.Outbox.Orphan;

/**
 * Finds out what became of messages that were being sent when their node died, or whose answer was
 * ambiguous: the provider's history decides. Only a message that it does not contain goes out
 * again, and that often as any other that fails; while it cannot be read, the message stays unknown
 * and is shown as such.
 */
@ApplicationScoped
public class Inquiry {

  private static final System.Logger LOG = System.getLogger(Inquiry.class.getName());
  private static final int MOST = 200;

  @Inject private DeliveryStep step;
  @Inject private Delivery delivery;
  @Inject private Providers providers;
  @Inject private ChannelDirectory channels;

  @Resource(lookup = Workers.GATEWAY)
  private ManagedExecutorService gateways;

  public void run() throws SQLException {
    for (var orphan : step.adopt(delivery.inFlight(), MOST)) {
      var message = orphan.message().message();
      delivery.inFlight().add(message);
      var handedOver = false;
      try {
        gateways.execute(() -> ask(orphan));
        handedOver = true;
      } finally {
        if (!handedOver) {
          delivery.inFlight().remove(message);
        }
      }
    }
  }

  /** Without a verdict it is nobody's any more, and is asked for again. */
  private void ask(Orphan orphan) {
    var settled = false;
    try {
      delivery.settle(verdict(orphan));
      settled = true;
    } finally {
      if (!settled) {
        delivery.inFlight().remove(orphan.message().message());
      }
    }
  }

  private Delivered verdict(Orphan orphan) {
    var message = orphan.message();
    if (Sendable.REPEATABLE.contains(message.kind())) {
      // The same once more changes nothing.
      return Delivered.lost(message, null, ThreadLocalRandom.current());
    }
    return switch (trace(orphan)) {
      case Trace.Found found ->
          new Delivered(message, Delivered.Outcome.FOUND, found.externalId(), null, null, null);
      case Trace.Absent absent ->
          Delivered.lost(message, "absent from the history", ThreadLocalRandom.current());
      case Trace.Unreadable unreadable ->
          new Delivered(
              message,
              Delivered.Outcome.UNKNOWN,
              null,
              "history_unreadable",
              unreadable.reason(),
              null);
    };
  }

  private Trace trace(Orphan orphan) {
    var message = orphan.message();
    try {
      var access = channels.access(message.organization(), message.channel());
      if (access.isEmpty()) {
        return new Trace.Unreadable("the channel does not exist any more");
      }
      return providers
          .gateway(access.get().type())
          .trace(
              access.get(),
              message.address(),
              new Wanted(message.kind(), message.body()),
              orphan.queuedAt());
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "the history of channel " + message.channel() + " was not read", e);
      return new Trace.Unreadable(e.toString());
    }
  }
}
