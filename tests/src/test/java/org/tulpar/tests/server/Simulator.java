package org.tulpar.tests.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happens in the simulated world outside, on request. */
public final class Simulator {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Simulator() {}

  /** Somebody holds the phone in front of the instance's code; it takes a second. */
  public static void scans(String instance) {
    post("/control/scan", Map.of("instance", instance));
  }

  /** The same, and it takes so long until the phone is connected. */
  public static void scans(String instance, Duration pairing) {
    post("/control/scan", Map.of("instance", instance, "pairingMs", pairing.toMillis()));
  }

  /** The instance's code has lived its time, and the next one is shown. */
  public static void renewsTheCode(String instance) {
    post("/control/code", Map.of("instance", instance));
  }

  /**
   * The language model does not do what it is asked.
   *
   * @param times 0 until it recovers
   */
  public static void modelFails(String how, int times) {
    var order = "{\"target\": \"llm\", \"mode\": \"%s\", \"times\": %d}".formatted(how, times);
    var answer = Http.post(Demo.read().simulatorUrl() + "/control/faults", order);
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** Everything works again. */
  public static void recovers() {
    var answer = Http.delete(Demo.read().simulatorUrl() + "/control/faults");
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** The phone's connection breaks, or comes back. */
  public static void turns(String instance, boolean open) {
    post("/control/link", Map.of("instance", instance, "open", open));
  }

  /**
   * An account stands at its provider, with this key and no other; nobody has connected it.
   *
   * @param business that it belongs to, or empty
   * @param secret of the app that the key was made for, or empty
   */
  public static void hasAccount(
      String type, String instance, String key, String business, String secret) {
    post(
        "/control/keys",
        Map.of(
            "type", type,
            "instance", instance,
            "key", key,
            "business", business,
            "secret", secret,
            "title", "account_" + instance));
  }

  /** Somebody enters our address at Meta, which asks there first. */
  public static void entersAtMeta(String instance, String url, String word, String secret) {
    var question = "?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=" + word;
    var answer = Http.get(url + question);
    if (answer.statusCode() != 200 || !answer.body().equals("4711")) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    post(
        "/control/accounts",
        Map.of("type", "WHATSAPP_CLOUD", "instance", instance, "url", url, "secret", secret));
  }

  /** The gateway's history shows what the webhook tells, whoever posts it. */
  static void keeps(String instance, String webhook) {
    var order = "{\"instance\": \"%s\", \"body\": %s}".formatted(instance, webhook);
    var answer = Http.post(Demo.read().simulatorUrl() + "/control/written", order);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
  }

  /** Returns the status with which the application took the webhook. */
  public static int customerWrites(String instance, String number, String text) {
    return customerWrites(instance, number, number, text);
  }

  /** The same, by somebody who goes by a name in the messenger. */
  public static int customerWrites(String instance, String number, String name, String text) {
    return post(
            "/control/customer",
            Map.of("instance", instance, "number", number, "name", name, "text", text))
        .path("webhookStatus")
        .asInt();
  }

  /**
   * A customer sends a file.
   *
   * @param base64 its bytes
   * @return the status with which the application took the webhook
   */
  public static int customerSends(
      String instance, String number, String type, String fileName, String caption, String base64) {
    var body =
        Map.of(
            "instance", instance,
            "number", number,
            "kind", "file",
            "mimetype", type,
            "fileName", fileName,
            "text", caption,
            "media", base64);
    return post("/control/customer", body).path("webhookStatus").asInt();
  }

  /**
   * A customer presses an answer of a question on the Cloud API.
   *
   * @param type button_reply or list_reply
   * @param id of the answer
   */
  public static void customerPresses(
      String instance, String number, String type, String id, String title) {
    post(
        "/control/customer",
        Map.of(
            "instance", instance,
            "number", number,
            "text", title,
            "choice", Map.of("type", type, "id", id)));
  }

  /**
   * A customer does something to a message.
   *
   * @param kind reaction, edit or delete
   * @param id of the message at its provider
   */
  public static void customerChanges(
      String instance, String number, String kind, String id, String text) {
    post(
        "/control/change",
        Map.of("instance", instance, "number", number, "kind", kind, "id", id, "text", text));
  }

  /** A browser behind the simulated push service: its endpoint, p256dh and auth. */
  public static JsonNode hasBrowser(String name) {
    return post("/control/browsers", Map.of("name", name));
  }

  /** The browser is thrown away, and its push service knows. */
  public static void throwsAway(String browser) {
    Http.delete(Demo.read().simulatorUrl() + "/control/browsers/" + browser);
  }

  /** What a browser was told while nothing was open in it, as it has decrypted it. */
  public static List<JsonNode> told(String browser) {
    var answer = Http.get(Demo.read().simulatorUrl() + "/control/browsers/" + browser);
    try {
      var words = new ArrayList<JsonNode>();
      for (var notice : JSON.readTree(answer.body()).path("notices")) {
        words.add(JSON.readTree(notice.path("words").asText()));
      }
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode post(String path, Map<String, ?> body) {
    try {
      var answer = Http.post(Demo.read().simulatorUrl() + path, JSON.writeValueAsString(body));
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
