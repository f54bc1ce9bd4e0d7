package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestShapeTest {

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  /** The captured request, sent to the simulator's instance. */
  private Outside.Answer repeat(JsonNode captured) throws IOException, InterruptedException {
    var request = captured.path("request");
    var path =
        request
            .path("path")
            .asText()
            .replace("evo-1", Outside.INSTANCE)
            .replace("biz-1", Outside.INSTANCE)
            .replace("wa-1", Outside.INSTANCE);
    return switch (request.path("method").asText()) {
      case "GET" -> outside.get(path);
      case "DELETE" -> outside.delete(path, request.path("body").toString());
      default -> outside.post(path, request.path("body").toString());
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rest-create-without-integration",
        "rest-webhook-set-flat",
        "rest-webhook-set-no-events",
        "rest-state-unknown",
        "rest-state-open",
        "rest-instances-unknown",
        "rest-send-text-not-on-whatsapp",
        "rest-send-text-blank",
        "rest-send-text-v1",
        "rest-send-text-number-as-int",
        "rest-send-text-no-number",
        "rest-send-text-unknown-instance",
        "rest-presence",
        "rest-mark-read",
        "rest-update-message",
        "rest-logout",
        "rest-delete"
      })
  void answersWordForWord(String name) throws IOException, InterruptedException {
    var captured = Captured.read(name);
    var answer = repeat(captured);
    assertThat(answer.status()).isEqualTo(captured.path("response").path("status").asInt());
    assertThat(answer.body()).isEqualTo(captured.path("response").path("body").deepCopy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rest-create",
        "rest-webhook-set",
        "rest-send-text",
        "rest-send-text-quoted",
        "rest-send-location",
        "rest-send-contact",
        "rest-delete-message",
        "rest-numbers"
      })
  void answersInTheSameShape(String name) throws IOException, InterruptedException {
    if (name.equals("rest-create")) {
      outside.delete("/instance/delete/" + Outside.INSTANCE);
    }
    if (name.equals("rest-numbers")) {
      outside.write("\"name\":\"Айгерим\",\"text\":\"да\"");
    }
    var captured = Captured.read(name);
    var answer = repeat(captured);
    assertThat(answer.status()).isEqualTo(captured.path("response").path("status").asInt());
    assertThat(Captured.shape(answer.body()))
        .isEqualTo(Captured.shape(captured.path("response").path("body")));
  }

  @Test
  void tellsApiClientsTheVersion() throws IOException, InterruptedException {
    var answer = outside.send(outside.bare("/").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(Captured.shape(answer.body()))
        .isEqualTo(Captured.shape(Captured.read("rest-root").path("response").path("body")));
    assertThat(answer.body().path("version").asText()).isEqualTo("2.3.6");
  }

  @Test
  void listsInstancesInTheSameShape() throws IOException, InterruptedException {
    var answer = outside.get("/instance/fetchInstances");
    var captured = Captured.read("rest-instances").path("response").path("body").get(0);
    var ours = answer.body().get(0).deepCopy();
    var setting = (ObjectNode) captured.path("Setting");
    setting.remove("id");
    for (var field : new String[] {"createdAt", "updatedAt", "instanceId"}) {
      setting.remove(field);
    }
    assertThat(Captured.shape(ours)).isEqualTo(Captured.shape(captured));
  }

  @Test
  void wantsAnApikey() throws IOException, InterruptedException {
    var refused = Captured.read("rest-unauthorized").path("response");
    var answer = outside.send(outside.bare("/instance/fetchInstances").GET());
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(refused.path("body").deepCopy());
  }

  @Test
  void callsABrokenBodyAnInternalErrorWith400() throws IOException, InterruptedException {
    var answer = outside.post("/message/sendText/" + Outside.INSTANCE, "{\"number\":\"");
    var captured = Captured.read("rest-send-text-broken-json").path("response");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(Captured.shape(answer.body())).isEqualTo(Captured.shape(captured.path("body")));
    assertThat(answer.body().path("error").asText()).isEqualTo("Internal Server Error");
  }

  @Test
  void refusesABodyBeyondItsLimit() throws IOException, InterruptedException {
    var text = "x".repeat(org.tulpar.simulator.http.Exchange.MAX_BODY + 1);
    assertThat(outside.sendText(text).status()).isEqualTo(413);
  }

  @Test
  void answersAnUnknownPathAsExpressDoes() throws IOException, InterruptedException {
    var answer = outside.post("/instance/connect/evo-1", "{}");
    var captured = Captured.read("rest-connect-post").path("response");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo(captured.path("body").deepCopy());
  }

  @Test
  void givesANameAwayOnce() throws IOException, InterruptedException {
    var body = "{\"instanceName\":\"evo-1\",\"integration\":\"EVOLUTION\"}";
    assertThat(outside.post("/instance/create", body).status()).isEqualTo(201);
    var answer = outside.post("/instance/create", body);
    var captured = Captured.read("rest-create-duplicate").path("response");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEqualTo(captured.path("body").deepCopy());
  }

  @Test
  void sendsNothingWhenLoggedOut() throws IOException, InterruptedException {
    outside.delete("/instance/logout/" + Outside.INSTANCE);
    var answer = outside.sendText("после разрыва");
    var captured = Captured.read("rest-send-text-closed").path("response");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo(captured.path("body").deepCopy());
    var again = outside.delete("/instance/logout/" + Outside.INSTANCE);
    assertThat(again.status()).isEqualTo(400);
    assertThat(outside.get("/sent").body()).isEmpty();
  }

  @Test
  void changesWhatItSentAndTellsOfItAsItWasCaptured() throws IOException, InterruptedException {
    var id = outside.sendText("в 15").body().at("/key/id").asText();
    var jid = Outside.CUSTOMER + "@s.whatsapp.net";
    var key = "{\"id\":\"%s\",\"remoteJid\":\"%s\",\"fromMe\":true}".formatted(id, jid);
    var edit = "{\"number\":\"%s\",\"key\":%s,\"text\":\"в 16\"}";
    var path = "/chat/updateMessage/" + Outside.INSTANCE;
    var answer = outside.post(path, edit.formatted(Outside.CUSTOMER, key));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().at("/message/protocolMessage/key/id").asText()).isEqualTo(id);
    var found = "{\"where\":{\"key\":{\"remoteJid\":\"%s\"}}}".formatted(jid);
    var search = "/chat/findMessages/" + Outside.INSTANCE;
    assertThat(outside.post(search, found).body().findValuesAsText("conversation"))
        .containsExactly("в 16");
    assertThat(outside.delete("/chat/deleteMessageForEveryone/" + Outside.INSTANCE, key).status())
        .isEqualTo(201);
    assertThat(outside.post(search, found).body().at("/messages/total").asInt()).isZero();
    assertThat(outside.post(path, edit.formatted(Outside.CUSTOMER, key)).status()).isEqualTo(400);
    assertThat(outside.get("/sent").body().findValuesAsText("kind"))
        .containsExactly("text", "edit", "delete");
  }

  @Test
  void findsTheMessagesOfAChatNewestFirst() throws IOException, InterruptedException {
    outside.write("\"name\":\"Айгерим\",\"text\":\"первое\"");
    outside.sendText("второе");
    var captured = Captured.read("rest-find-messages");
    var answer = repeat(captured).body().path("messages");
    assertThat(answer.path("total").asInt()).isEqualTo(2);
    var texts = answer.path("records").findValuesAsText("conversation");
    assertThat(texts).containsExactly("второе", "первое");
    var record = captured.path("response").path("body").path("messages").path("records").get(0);
    assertThat(answer.path("records").get(0).properties().stream().map(Map.Entry::getKey))
        .containsAll(record.properties().stream().map(Map.Entry::getKey).toList());
  }
}
