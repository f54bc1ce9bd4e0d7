package org.tulpar.channel.line;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.tenant.TenantScope;

/**
 * The lines of the organization in scope, for its administrator: made, paired, taken down, given a
 * new secret.
 */
@Stateless
@DeclareRoles(Lines.ORG_ADMIN)
@RolesAllowed(Lines.ORG_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Lines {

  private static final System.Logger LOG = System.getLogger(Lines.class.getName());

  static final String ORG_ADMIN = "ORG_ADMIN";

  private static final Duration ALERT_AFTER = Duration.ofMinutes(5);
  static final int LONGEST_NAME = 60;

  @Inject private LineStep step;
  @Inject private GatewayLines gateways;
  @Inject private LineSettings settings;
  @Inject private ChannelDirectory directory;

  public List<LineRow> all() {
    return step.all();
  }

  /** How many lines have been down for five minutes: everybody in the organization may know. */
  @PermitAll
  public int alerts() {
    return step.down(ALERT_AFTER);
  }

  /** Whether a line is down for so long that somebody must look. */
  public static boolean alerts(LineRow line, Instant now) {
    return line.downSince() != null && line.downSince().plus(ALERT_AFTER).isBefore(now);
  }

  /**
   * Makes an instance at the operator's gateway and returns the channel; its code waits to be
   * scanned.
   *
   * @throws LineRefused when the name is bad or the gateway does not do it; then nothing is left
   */
  public UUID create(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw LineRefused.noName();
    }
    if (settings.gateway() == null || settings.masterKey() == null) {
      throw LineRefused.noGateway();
    }
    var channel = UUID.randomUUID();
    var instance = "tulpar-" + channel;
    var registration = step.begin(channel, name.strip(), instance, settings.gateway());
    try {
      var created =
          gateways
              .paired(ChannelType.EVOLUTION)
              .create(settings.gateway(), settings.masterKey(), instance, registration);
      step.created(channel, created.key(), created.link());
      return channel;
    } catch (GatewayTrouble e) {
      step.notCreated(channel);
      throw LineRefused.trouble(e);
    }
  }

  /** Asks for a code, or for the connection that was lost. */
  public void connect(UUID channel) {
    var access = access(channel);
    try {
      step.link(channel, gateways.paired(access.type()).connect(access));
    } catch (GatewayTrouble e) {
      throw LineRefused.trouble(e);
    }
  }

  public void logout(UUID channel) {
    var access = access(channel);
    try {
      gateways.paired(access.type()).logout(access);
    } catch (GatewayTrouble e) {
      throw LineRefused.trouble(e);
    }
    step.loggedOut(channel);
  }

  /**
   * Takes a line out of the list that nothing comes in by any more; what was said in it stays.
   *
   * @throws LineRefused when it is connected
   */
  public void remove(UUID channel) {
    var line = step.one(channel);
    if (!line.isRemovable()) {
      throw LineRefused.connected();
    }
    if (line.type() == ChannelType.EVOLUTION) {
      takeAway(access(channel));
    }
    step.removed(channel);
    directory.forget(TenantScope.required(), channel);
  }

  /** A gateway that is gone for good must not keep its line in the list. */
  private void takeAway(ChannelAccess access) {
    try {
      gateways.paired(access.type()).remove(access);
    } catch (GatewayTrouble e) {
      LOG.log(Level.WARNING, "the gateway still has the instance " + access.instance(), e);
    }
  }

  /**
   * Gives the line a new secret; the present one stays valid until everything sent with it has
   * come.
   */
  public void rotate(UUID channel) {
    step.rotate(channel);
  }

  private ChannelAccess access(UUID channel) {
    return directory.required(TenantScope.required(), channel).orElseThrow(LineRefused::unknown);
  }
}
