package org.tulpar.simulator.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A form with one file, as multipart/form-data (RFC 7578). */
public final class Form {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r\n]+)");
  private static final String HEAD_ENDS = "\r\n\r\n";

  /** The file of a form. */
  public record Part(String field, String name, String type, byte[] bytes) {}

  private final Map<String, String> fields = new HashMap<>();
  private Part file;

  private Form() {}

  /** Reads the body; what is no form has neither fields nor a file. */
  public static Form of(Exchange exchange) throws IOException {
    var form = new Form();
    var boundary = BOUNDARY.matcher(exchange.header("Content-Type").orElse(""));
    if (boundary.find()) {
      // One byte is one character: the whole is cut as text and nothing of it is lost.
      var body = new String(exchange.body(), StandardCharsets.ISO_8859_1);
      var parts = body.split(Pattern.quote("--" + boundary.group(1)), -1);
      for (var part : parts) {
        form.add(part);
      }
    }
    return form;
  }

  private void add(String part) {
    var end = part.indexOf(HEAD_ENDS);
    if (end < 0) {
      return;
    }
    var head = utf8(part.substring(0, end));
    var content = part.substring(end + HEAD_ENDS.length(), part.length() - 2);
    var name = NAME.matcher(head);
    var called = FILE.matcher(head);
    var type = TYPE.matcher(head);
    if (!name.find()) {
      return;
    }
    if (called.find()) {
      file =
          new Part(
              name.group(1),
              called.group(1),
              type.find() ? type.group(1).strip() : "application/octet-stream",
              content.getBytes(StandardCharsets.ISO_8859_1));
    } else {
      fields.put(name.group(1), utf8(content));
    }
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** Empty when there is none. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Null when there is none. */
  public Part file() {
    return file;
  }
}
