package org.tulpar.bench.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;

/**
 * One message of a customer; its marker is unique in a run and comes back in the answer.
 *
 * @param conversation from one; the customer's number follows from it
 * @param number the place within the conversation, from one
 * @param at seconds since the epoch, as the provider stamps it
 */
record Letter(String run, int conversation, int number, long at) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NUMBERS = 10_000;

  /** Whose message carries the number that its marker shows. */
  static long conversation(long shown) {
    return shown / NUMBERS;
  }

  String marker() {
    return "m%sx%dx".formatted(run, (long) conversation * NUMBERS + number);
  }

  String phone() {
    return "7701%07d".formatted(conversation);
  }

  /** What Evolution API posts; asked again, it is the same message. */
  String body(String instance) {
    var body = JSON.createObjectNode().put("event", "messages.upsert").put("instance", instance);
    var data = body.putObject("data");
    data.putObject("key")
        .put("remoteJid", phone() + "@s.whatsapp.net")
        .put("fromMe", false)
        .put("id", id());
    data.put("pushName", "Customer " + conversation).put("status", "DELIVERY_ACK");
    data.putObject("message").put("conversation", "Question " + marker());
    return finish(body, data);
  }

  private String finish(ObjectNode body, ObjectNode data) {
    data.put("messageType", "conversation")
        .put("messageTimestamp", at)
        .put("instanceId", "00000000-0000-4000-8000-000000000001")
        .put("source", "android");
    return body.put("destination", "").put("date_time", "").put("sender", "").toString();
  }

  private String id() {
    var bytes = "%s%010d".formatted(run, (long) conversation * NUMBERS + number).getBytes(UTF_8);
    return "3A" + HexFormat.of().withUpperCase().formatHex(bytes);
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
