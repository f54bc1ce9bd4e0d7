package org.tulpar.tests.database;

import java.net.URI;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine;

/** A provider with one account that does as it is told. */
final class ScriptedKey implements KeyedLine {

  final ChannelType type;
  Account account = new Account("7000000009", "@tien_shan_bot");
  Registration registration;
  String trouble;
  String openTrouble;
  int registered;
  int asked;

  ScriptedKey(ChannelType type) {
    this.type = type;
  }

  private void answer(String code) throws GatewayTrouble {
    asked++;
    if (code != null) {
      throw new GatewayTrouble(code, "as told");
    }
  }

  @Override
  public ChannelType type() {
    return type;
  }

  @Override
  public boolean takesAddress() {
    return type != ChannelType.WHATSAPP_CLOUD;
  }

  @Override
  public boolean tellsSecret() {
    return false;
  }

  @Override
  public Account account(URI api, Key key) throws GatewayTrouble {
    answer(trouble);
    return account;
  }

  @Override
  public void open(ChannelAccess channel, Key key, Registration wanted) throws GatewayTrouble {
    answer(openTrouble);
    if (takesAddress()) {
      register(channel, wanted);
    }
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    answer(trouble);
    return ConnectionState.OPEN;
  }

  @Override
  public void logout(ChannelAccess channel) throws GatewayTrouble {
    answer(trouble);
    registration = null;
  }

  /** The address alone, as Telegram and Meta tell it. */
  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    answer(trouble);
    return registration == null ? null : new Registration(registration.url(), null);
  }

  @Override
  public void register(ChannelAccess channel, Registration wanted) {
    registration = wanted;
    registered++;
  }
}
