package org.tulpar.integrations.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Instant;

/** Reads an answer up to a size and a moment; the socket's own timeout bounds a single read. */
record LimitedBody(int maxBytes, Clock clock, Instant deadline) {

  byte[] read(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (body.size() + n > maxBytes) {
        throw new AnswerTooLong(maxBytes);
      }
      if (clock.instant().isAfter(deadline)) {
        throw new SocketTimeoutException("the answer took too long");
      }
      body.write(buffer, 0, n);
    }
    return body.toByteArray();
  }
}
