package org.tulpar.integrations.push;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tulpar.conversation.push.PushAddress;

/** The address of a push service as a browser names it: what is none is not called. */
final class PushEndpoint {

  private static final Pattern PLAIN = Pattern.compile("[!-~]{1," + PushAddress.LONGEST + "}");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private PushEndpoint() {}

  /**
   * Empty for what is no such address.
   *
   * @param allowLoopback whether one without encryption may lie on this machine
   */
  static Optional<URI> of(String text, boolean allowLoopback) {
    if (text == null || !PLAIN.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text)).filter(uri -> isService(uri, allowLoopback));
    } catch (URISyntaxException e) {
      return Optional.empty(); // what nobody can read is no address
    }
  }

  private static boolean isService(URI uri, boolean allowLoopback) {
    var plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
    var simulated =
        allowLoopback && "http".equals(uri.getScheme()) && LOOPBACK.contains("" + uri.getHost());
    return plain && uri.getHost() != null && ("https".equals(uri.getScheme()) || simulated);
  }
}
