package org.tulpar.channel.line;

import java.time.Instant;
import java.util.List;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;

/** What a gateway can be asked about a line of ours. Blocking; called outside any transaction. */
public interface GatewayLine {

  ChannelType type();

  ConnectionState state(ChannelAccess channel) throws GatewayTrouble;

  /** Ends what connects the line; one that does not stand is ended, too. */
  void logout(ChannelAccess channel) throws GatewayTrouble;

  /** Where the gateway posts to now; null when it posts nowhere. */
  Registration registration(ChannelAccess channel) throws GatewayTrouble;

  void register(ChannelAccess channel, Registration registration) throws GatewayTrouble;

  /** Whether the gateway takes our address from us; of the others a person enters it there. */
  default boolean takesAddress() {
    return true;
  }

  /** Whether the gateway, asked for a registration, tells its secret. */
  default boolean tellsSecret() {
    return true;
  }

  /** What the gateway's history has since then, oldest first, each as the body of a webhook. */
  default List<byte[]> history(ChannelAccess channel, Instant since) throws GatewayTrouble {
    return List.of();
  }

  /**
   * Where a gateway posts to, and with which secret.
   *
   * @param authorization the header's value, or null when it is not known
   */
  record Registration(String url, String authorization) {

    private static final String SCHEME = "Bearer ";

    static Registration of(String url, String secret) {
      return new Registration(url, secret == null ? null : SCHEME + secret);
    }

    /** The secret itself, or null when it is not known. */
    public String secret() {
      return authorization == null || !authorization.startsWith(SCHEME)
          ? authorization
          : authorization.substring(SCHEME.length());
    }

    /** Whether what a gateway has serves as well as this. */
    public boolean isServedBy(Registration actual) {
      return leadsTo(actual)
          && (authorization == null || authorization.equals(actual.authorization()));
    }

    /** Whether a gateway posts to this address, with whatever secret. */
    public boolean leadsTo(Registration actual) {
      return actual != null && url.equals(actual.url());
    }

    @Override
    public String toString() {
      return "Registration[" + url + "]";
    }
  }
}
