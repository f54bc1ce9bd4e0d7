package org.tulpar.dialogue.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayLine;
import org.tulpar.channel.line.GatewayLines;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine;
import org.tulpar.channel.line.LineStep;
import org.tulpar.channel.line.PairedLine;
import org.tulpar.tenant.OrganizationId;
import org.tulpar.tenant.TenantScope;

/** One look at one line: does its gateway post to us, is it connected, is anything missing. */
@ApplicationScoped
public class LineLook {

  private static final System.Logger LOG = System.getLogger(LineLook.class.getName());

  @Inject private GatewayLines lines;
  @Inject private ChannelDirectory directory;
  @Inject private LineStep step;
  @Inject private Gap gap;

  public void at(OrganizationId organization, UUID channel, ChannelType type) throws SQLException {
    var line = lines.find(type);
    if (line.isEmpty()) {
      return;
    }
    var access = directory.access(organization, channel);
    if (access.isEmpty()) {
      return;
    }
    try {
      TenantScope.calling(
          organization,
          () -> {
            look(line.get(), access.get());
            return null;
          });
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void look(GatewayLine line, ChannelAccess access) throws SQLException {
    var channel = access.id();
    if (line instanceof KeyedLine && access.apiKey().isEmpty()) {
      return; // a person has disconnected it
    }
    try {
      var posts = register(line, access);
      var state = line.state(access);
      if (state != ConnectionState.CONNECTING) {
        step.link(channel, new PairedLine.Link(state, null, null));
      }
      if (state == ConnectionState.OPEN) {
        gap.fill(line, access);
      }
      step.problem(channel, posts ? null : "unregistered");
    } catch (GatewayTrouble e) {
      LOG.log(Level.INFO, "channel {0}: {1}", channel, e.getMessage());
      step.problem(channel, e.code());
    }
  }

  /**
   * Sets the registration again when the gateway has lost it or has another secret. A line whose
   * secret is known to its gateway only gets a new one, and that at the next look; one that was
   * opened by a key elsewhere is left to whoever did it.
   *
   * @return whether the gateway posts to us, or will
   */
  private boolean register(GatewayLine line, ChannelAccess access) throws GatewayTrouble {
    var watched = step.watched(access.id());
    if (!watched.known()) {
      return true; // a webhook with the new secret would be refused, and a refused one never
      // returns
    }
    var wanted = watched.wanted();
    var strange = wanted.authorization() == null;
    if (strange && line instanceof KeyedLine) {
      return true;
    }
    if (!serves(line, watched, line.registration(access))) {
      if (!line.takesAddress()) {
        return false;
      }
      if (strange) {
        step.rotate(access.id());
        return true;
      }
      LOG.log(Level.INFO, "channel {0}: the registration is set again", access.id());
      line.register(access, wanted);
    }
    step.registered(access.id());
    return true;
  }

  /** A gateway that does not tell its secret has the one that we were seen to give it. */
  private static boolean serves(
      GatewayLine line, LineStep.Watched watched, GatewayLine.Registration actual) {
    var wanted = watched.wanted();
    return line.tellsSecret()
        ? wanted.isServedBy(actual)
        : wanted.leadsTo(actual) && (watched.registered() || !line.takesAddress());
  }
}
