package org.tulpar.integrations.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.apache.hc.core5.net.URIBuilder;

/** Addresses of a provider's calls: a web address that somebody configured, and a path under it. */
public final class ApiAddress {

  private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

  private ApiAddress() {}

  /**
   * The address of a call.
   *
   * @param base http or https, with a host, without user, query and fragment
   * @throws URISyntaxException when the base is no such address
   */
  public static URI under(URI base, String... segments) throws URISyntaxException {
    var plain = base.getRawQuery() == null && base.getRawFragment() == null;
    var web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!web || !plain || base.getHost() == null || base.getRawUserInfo() != null) {
      throw new URISyntaxException(base.toString(), "no web address");
    }
    return new URIBuilder(TRAILING_SLASHES.matcher(base.toString()).replaceFirst(""))
        .appendPathSegments(segments)
        .build();
  }
}
