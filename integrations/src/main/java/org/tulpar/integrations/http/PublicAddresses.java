package org.tulpar.integrations.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells a public address from one of the operator's own networks (IANA special-purpose registries,
 * RFC 6890). IPv6 addresses that carry an IPv4 address are judged by that one.
 */
final class PublicAddresses {

  private PublicAddresses() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    return switch (address) {
      case Inet4Address v4 -> isPublic4(v4.getAddress());
      case Inet6Address v6 -> isPublic6(v6.getAddress());
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    boolean sharedByCarrier = first == 100 && second >= 64 && second < 128;
    boolean protocols = first == 192 && second == 0 && third == 0;
    boolean benchmarks = first == 198 && (second == 18 || second == 19);
    return first != 0 && first < 240 && !sharedByCarrier && !protocols && !benchmarks;
  }

  private static boolean isPublic6(byte[] b) {
    boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
    boolean sixToFour = b[0] == 0x20 && b[1] == 0x02;
    boolean translated = startsWith(b, 0x00, 0x64, 0xff, 0x9b);
    boolean compatible = startsWith(b, new int[12]);
    if (uniqueLocal) {
      return false;
    }
    if (sixToFour) {
      return carriesPublic(Arrays.copyOfRange(b, 2, 6));
    }
    return !(translated || compatible) || carriesPublic(Arrays.copyOfRange(b, 12, 16));
  }

  private static boolean carriesPublic(byte[] v4) {
    try {
      return isPublic(InetAddress.getByAddress(v4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
