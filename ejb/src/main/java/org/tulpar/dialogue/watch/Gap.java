package org.tulpar.dialogue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelRoute;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.LineStep;
import org.tulpar.dialogue.flow.Providers;
import org.tulpar.dialogue.inbound.Intake;
import org.tulpar.dialogue.inbound.Overloaded;

/**
 * Fetches from a gateway's history what came while the line was down, and puts it into the ledger
 * as if it had come by webhook: what did come already has the same name there and is not taken
 * twice.
 */
@ApplicationScoped
public class Gap {

  private static final System.Logger LOG = System.getLogger(Gap.class.getName());

  /** The gateway's clock is not ours, and a loss is noticed late. */
  private static final Duration BEFORE = Duration.ofMinutes(2);

  @Inject private LineStep step;
  @Inject private Providers providers;
  @Inject private Intake intake;

  /** A gap stays open until all of it is stored. */
  void fill(GatewayLine line, ChannelAccess access) throws GatewayTrouble {
    var from = step.watched(access.id()).gapFrom();
    if (from == null) {
      return;
    }
    var route =
        new ChannelRoute(
            access.organization(), access.id(), access.type(), new byte[0], null, null, null);
    var payloads = providers.payloads(access.type());
    try {
      for (var body : line.history(access, from.minus(BEFORE))) {
        intake.accept(route, payloads.envelope(body), body, "gap");
      }
    } catch (Overloaded | UnreadablePayload e) {
      LOG.log(Level.WARNING, "the gap of channel " + access.id() + " stays open", e);
      return;
    }
    step.filled(access.id(), from);
  }
}
