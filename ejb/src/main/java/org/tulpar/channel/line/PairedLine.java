package org.tulpar.channel.line;

import java.net.URI;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ConnectionState;

/** A line that is made at its gateway and paired with a phone by a code. */
public interface PairedLine extends GatewayLine {

  /** Makes an instance that posts to us; its own key opens it from now on. */
  Created create(URI gateway, String masterKey, String instance, Registration registration)
      throws GatewayTrouble;

  /** Asks for the connection to the messenger: a code to be scanned, unless it stands already. */
  Link connect(ChannelAccess channel) throws GatewayTrouble;

  /** A new instance and how far its connection is. Holds a secret. */
  record Created(String key, Link link) {

    @Override
    public String toString() {
      return "Created[" + link + "]";
    }
  }

  /** Takes the instance away; there may be none any more. */
  void remove(ChannelAccess channel) throws GatewayTrouble;

  /**
   * How far a connection is.
   *
   * @param picture the code as a data URI, or null when there is none (yet)
   * @param pairingCode what is typed instead, or null
   */
  record Link(ConnectionState state, String picture, String pairingCode) {}
}
