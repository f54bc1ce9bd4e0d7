package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.tulpar.channel.UnreadablePayload;

/**
 * Walks over a webhook once and keeps what names the event. A field that is said twice counts as
 * said last, as it does when the document is built.
 */
final class EnvelopeScan {

  private final JsonParser json;
  private String event;
  private boolean dataIsObject;
  private String keyId;
  private String status;
  private String chat;
  private String fromMe;
  private String messageId;

  private EnvelopeScan(JsonParser json) {
    this.json = json;
  }

  static EnvelopeScan of(JsonParser json) throws IOException, UnreadablePayload {
    var scan = new EnvelopeScan(json);
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new UnreadablePayload("not an object");
    }
    scan.fields(scan::rootField);
    if (json.nextToken() != null) {
      throw new UnreadablePayload("more than one document");
    }
    return scan;
  }

  private interface Field {
    void read(String name) throws IOException;
  }

  private void fields(Field field) throws IOException {
    for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      field.read(name);
    }
  }

  private void rootField(String name) throws IOException {
    switch (name) {
      case "event" -> event = textHere();
      case "data" -> {
        forgetData();
        dataIsObject = json.currentToken() == JsonToken.START_OBJECT;
        object(this::dataField);
      }
      default -> json.skipChildren();
    }
  }

  private void dataField(String name) throws IOException {
    switch (name) {
      case "key" -> {
        forgetKey();
        object(this::keyField);
      }
      case "keyId" -> keyId = textHere();
      case "status" -> status = textHere();
      default -> json.skipChildren();
    }
  }

  private void keyField(String name) throws IOException {
    switch (name) {
      case "remoteJid" -> chat = textHere();
      case "fromMe" -> fromMe = textHere();
      case "id" -> messageId = textHere();
      default -> json.skipChildren();
    }
  }

  private void object(Field field) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      fields(field);
    } else {
      json.skipChildren();
    }
  }

  private String textHere() throws IOException {
    if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
      return json.getText();
    }
    json.skipChildren();
    return null;
  }

  private void forgetData() {
    keyId = null;
    status = null;
    forgetKey();
  }

  private void forgetKey() {
    chat = null;
    fromMe = null;
    messageId = null;
  }

  String event() {
    return event;
  }

  /** What names the event by its content, or null when only the whole body does. */
  String naturalKey() {
    if (!dataIsObject || event == null) {
      return null;
    }
    return switch (event) {
      case EventName.ARRIVED, EventName.SENT ->
          chat == null || messageId == null ? null : chat + "|" + fromMe + "|" + messageId;
      case EventName.RECEIPT -> keyId == null || status == null ? null : keyId + "|" + status;
      default -> null;
    };
  }
}
