package org.tulpar.web.media;

import java.util.regex.Pattern;

/**
 * The part of a file that is asked for (RFC 9110, 14): one range; of anything else the whole file.
 *
 * @param from first byte
 * @param to last byte, included
 */
record ByteRange(long from, long to, boolean partial, boolean unsatisfiable) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange of(String header, long size) {
    var asked = header == null ? null : ONE.matcher(header.strip());
    if (asked == null || !asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
      return new ByteRange(0, size - 1, false, false);
    }
    if (asked.group(1).isEmpty()) {
      return last(Long.parseLong(asked.group(2)), size);
    }
    var from = Long.parseLong(asked.group(1));
    var to = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
    return part(from, to, size);
  }

  private static ByteRange last(long bytes, long size) {
    return bytes == 0 ? part(size, size, size) : part(Math.max(0, size - bytes), size - 1, size);
  }

  private static ByteRange part(long from, long to, long size) {
    return from >= size || to < from
        ? new ByteRange(0, -1, true, true)
        : new ByteRange(from, Math.min(to, size - 1), true, false);
  }

  long length() {
    return to - from + 1;
  }
}
