package org.tulpar.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * HTTP/1.1 messages on one connection, in both directions. Small on purpose: on the same
 * processors, a driver that works hard measures itself.
 */
final class Wire {

  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[16384];
  private int position;
  private int end;
  private String start;
  private boolean last;
  private byte[] body = new byte[0];

  Wire(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
    out = socket.getOutputStream();
  }

  void send(byte[] message) throws IOException {
    out.write(message);
    out.flush();
  }

  /** Reads the next message; false when the other side closed before it. */
  boolean next() throws IOException {
    start = line();
    if (start == null) {
      return false;
    }
    var length = 0;
    var chunked = false;
    last = false;
    for (var header = line(); header != null && !header.isEmpty(); header = line()) {
      if (named(header, "content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (named(header, "transfer-encoding:")) {
        chunked = header.toLowerCase(Locale.ROOT).contains("chunked");
      } else if (named(header, "connection:")) {
        last = header.toLowerCase(Locale.ROOT).contains("close");
      }
    }
    body = chunked ? chunks() : exactly(length);
    return true;
  }

  private static boolean named(String header, String name) {
    return header.regionMatches(true, 0, name, 0, name.length());
  }

  /** The request line or the status line. */
  String start() {
    return start;
  }

  int status() {
    var space = start.indexOf(' ');
    return Integer.parseInt(start.substring(space + 1, space + 4));
  }

  /** Whether the connection ends with this message. */
  boolean isLast() {
    return last;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    while (true) {
      var size = Integer.parseInt(line().split(";")[0].strip(), 16);
      if (size == 0) {
        line();
        return all.toByteArray();
      }
      all.writeBytes(exactly(size));
      line();
    }
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = new byte[length];
    var done = 0;
    while (done < length) {
      if (position == end && !fill()) {
        throw new EOFException("a body was cut short");
      }
      var part = Math.min(length - done, end - position);
      System.arraycopy(buffer, position, bytes, done, part);
      position += part;
      done += part;
    }
    return bytes;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private String line() throws IOException {
    var begun = "";
    while (position < end || fill()) {
      var from = position;
      while (position < end && buffer[position] != '\n') {
        position++;
      }
      var part = new String(buffer, from, position - from, StandardCharsets.ISO_8859_1);
      var text = begun.isEmpty() ? part : begun + part;
      if (position < end) {
        position++;
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      begun = text;
    }
    return begun.isEmpty() ? null : begun;
  }
}
