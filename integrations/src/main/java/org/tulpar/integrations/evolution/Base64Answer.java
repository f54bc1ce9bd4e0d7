package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.WireJson;

/**
 * A file as Evolution answers it, decoded while it is read: it is never in memory as text.
 *
 * @param bytes null when there is none
 * @param name as Evolution calls it, or null
 */
record Base64Answer(byte[] bytes, String name) {

  private static final int LONGEST_NAME = 255;

  static Base64Answer of(byte[] body, int longestText) throws IOException {
    byte[] bytes = null;
    String name = null;
    try (var json = new WireJson(longestText).factory().createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      for (var field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        var text = json.nextToken() == JsonToken.VALUE_STRING;
        if (text && field.equals("base64")) {
          bytes = json.getBinaryValue();
        } else if (text && field.equals("fileName")) {
          name = PlainText.shortened(PlainText.of(json.getText()), LONGEST_NAME);
        } else {
          json.skipChildren();
        }
      }
    }
    return new Base64Answer(bytes, name);
  }
}
