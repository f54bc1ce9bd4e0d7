package org.tulpar.integrations.wire;

/** An address of a file as a provider offers it: on the web and not endless, else absent. */
public final class WebAddress {

  private static final int LONGEST = 4_000;

  private WebAddress() {}

  public static String orNull(String raw) {
    return raw != null
            && raw.length() <= LONGEST
            && (raw.startsWith("https://") || raw.startsWith("http://"))
        ? raw
        : null;
  }
}
