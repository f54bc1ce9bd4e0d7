package org.tulpar.tests.database;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.PairedLine;

/** A gateway with one instance that does as it is told. */
final class ScriptedLine implements PairedLine {

  Registration registration;
  ConnectionState state = ConnectionState.CLOSED;
  String trouble;
  int registered;
  final List<byte[]> history = new ArrayList<>();

  private void answer() throws GatewayTrouble {
    if (trouble != null) {
      throw new GatewayTrouble(trouble, "as told");
    }
  }

  @Override
  public ChannelType type() {
    return ChannelType.EVOLUTION;
  }

  @Override
  public Created create(URI gateway, String masterKey, String instance, Registration wanted)
      throws GatewayTrouble {
    answer();
    registration = wanted;
    return new Created(
        "key", new Link(ConnectionState.CONNECTING, "data:image/png;base64,AA", null));
  }

  @Override
  public Link connect(ChannelAccess channel) throws GatewayTrouble {
    answer();
    return new Link(ConnectionState.CONNECTING, "data:image/png;base64,BB", null);
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    answer();
    return state;
  }

  @Override
  public void logout(ChannelAccess channel) throws GatewayTrouble {
    answer();
    state = ConnectionState.CLOSED;
  }

  @Override
  public void remove(ChannelAccess channel) throws GatewayTrouble {
    answer();
    registration = null;
  }

  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    answer();
    return registration;
  }

  @Override
  public void register(ChannelAccess channel, Registration wanted) throws GatewayTrouble {
    answer();
    registration = wanted;
    registered++;
  }

  @Override
  public List<byte[]> history(ChannelAccess channel, Instant since) throws GatewayTrouble {
    answer();
    return List.copyOf(history);
  }
}
