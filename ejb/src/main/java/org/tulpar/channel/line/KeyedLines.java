package org.tulpar.channel.line;

import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelDirectory;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.line.KeyedLine.Account;
import org.tulpar.channel.line.KeyedLine.Key;
import org.tulpar.tenant.TenantScope;

/**
 * The lines that a key opens, for the administrator of the organization in scope: connected, given
 * another key, disconnected. A key is kept only after its provider knew it.
 */
@Stateless
@DeclareRoles(Lines.ORG_ADMIN)
@RolesAllowed(Lines.ORG_ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyedLines {

  @Inject private KeyStep step;
  @Inject private LineStep lines;
  @Inject private GatewayLines gateways;
  @Inject private LineSettings settings;
  @Inject private ChannelDirectory directory;

  /** The kinds of accounts that can be connected so. */
  public List<ChannelType> types() {
    return Stream.of(ChannelType.values()).filter(gateways::opensByKey).toList();
  }

  public LineRow one(UUID channel) {
    var line = lines.one(channel);
    if (!gateways.opensByKey(line.type())) {
      throw LineRefused.unknown();
    }
    return line;
  }

  /**
   * Connects an account and returns its channel.
   *
   * @param name may be empty: then it is called as its provider calls it
   * @throws LineRefused when the key does not fit or the account is connected already; then nothing
   *     is left
   */
  public UUID connect(ChannelType type, String name, Key key) {
    var given = name == null ? "" : name.strip();
    if (given.length() > Lines.LONGEST_NAME) {
      throw LineRefused.noName();
    }
    try {
      var api = settings.api(type);
      var account = gateways.keyed(type).account(api, key);
      var access =
          new ChannelAccess(
              TenantScope.required(),
              UUID.randomUUID(),
              type,
              account.instance(),
              api,
              key.token());
      begin(access, given.isEmpty() ? title(account) : given, key);
      return access.id();
    } catch (GatewayTrouble e) {
      throw LineRefused.trouble(e);
    }
  }

  private void begin(ChannelAccess access, String name, Key key) throws GatewayTrouble {
    var posting = step.begin(access, name, key);
    try {
      gateways.keyed(access.type()).open(access, key, posting);
    } catch (GatewayTrouble e) {
      lines.notCreated(access.id());
      throw e;
    }
    step.opened(access.id(), gateways.keyed(access.type()).takesAddress());
  }

  private static String title(Account account) {
    var title = account.title();
    return title.substring(0, Math.min(title.length(), Lines.LONGEST_NAME));
  }

  /**
   * Opens the line with another key of the same account. What its provider signed with the key
   * before is taken for a day.
   */
  public void exchange(UUID channel, Key key) {
    var line = one(channel);
    var gateway = gateways.keyed(line.type());
    try {
      var api = access(channel).apiUrl();
      var account = gateway.account(api, key.of(line.instance()));
      if (!account.instance().equals(line.instance())) {
        throw LineRefused.otherAccount();
      }
      step.exchange(channel, key);
      var access =
          new ChannelAccess(
              TenantScope.required(), channel, line.type(), line.instance(), api, key.token());
      directory.forget(access.organization(), channel);
      if (gateway.takesAddress() && line.posting().secret() != null) {
        gateway.register(access, line.posting());
      }
      step.opened(channel, gateway.takesAddress());
    } catch (GatewayTrouble e) {
      throw LineRefused.trouble(e);
    }
  }

  /** The provider posts no more to us, and the key is forgotten; what was said stays. */
  public void disconnect(UUID channel) {
    var access = access(channel);
    try {
      gateways.keyed(access.type()).logout(access);
    } catch (GatewayTrouble e) {
      if (!e.code().equals("key")) { // one that opens nothing any more needs no taking back
        throw LineRefused.trouble(e);
      }
    }
    step.disconnected(channel);
    directory.forget(access.organization(), channel);
  }

  private ChannelAccess access(UUID channel) {
    return directory.required(TenantScope.required(), channel).orElseThrow(LineRefused::unknown);
  }
}
