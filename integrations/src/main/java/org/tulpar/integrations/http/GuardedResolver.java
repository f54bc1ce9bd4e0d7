package org.tulpar.integrations.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves public hosts only. The connection is made to the very addresses that were checked, so a
 * name cannot change its address in between.
 */
final class GuardedResolver implements DnsResolver {

  private final DnsResolver system;

  GuardedResolver(DnsResolver system) {
    this.system = system;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = system.resolve(host);
    for (var address : addresses) {
      if (!PublicAddresses.isPublic(address)) {
        throw new ForbiddenAddress(host);
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return system.resolveCanonicalHostname(host);
  }
}
