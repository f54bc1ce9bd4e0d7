package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program of the operator's opens organizations, and sees the inside of none. */
@ExtendWith(OnTheServer.class)
class OrganizationApiIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String NUMBER = "77040000071";
  private static final String SECRET = "0123456789abcdef0123";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Called as those for measurements are: they are made beside no customers. */
  private final String key = "bench-opened-" + UUID.randomUUID();

  private final String operator = Installation.TESTED.operatorKey();

  @Test
  void itIsOpenedOnceAndItsBotAnswersAtOnce() {
    var body =
        """
        {"key": "%1$s", "name": "%1$s", "language": "en", "timeZone": "Asia/Almaty", "glueSeconds": 0,
         "rules": [{"kind": "ECHO", "template": "You wrote: {text}"}],
         "channel": {"name": "Main", "instance": "%1$s", "key": "%1$s", "secret": "%2$s",
                     "apiUrl": "%3$s", "apiKey": "%2$s", "perMinute": 0}}
        """
            .formatted(key, SECRET, Demo.read().simulatorUrl());
    var first = opened(201, body);
    assertThat(first.path("created").asBoolean()).isTrue();
    assertThat(first.at("/channel/webhook").asText()).endsWith("/webhooks/evolution/" + key);
    assertThat(opened(200, body).path("id")).isEqualTo(first.path("id"));
    assertThat(Stored.count("select count(*) from organization where name = ?", key)).isEqualTo(1);

    var channel = new Demo.Channel("EVOLUTION", key, SECRET, key);
    assertThat(Http.webhook(channel, Wire.message(NUMBER, "Good day")).statusCode()).isEqualTo(200);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(Stored.ofAnswer("body", NUMBER)).isEqualTo("You wrote: Good day"));
  }

  @Test
  void strangersAndOtherKeysOpenNothing() {
    var company = Demo.read().first();
    assertThat(ask("wrong", plain()).statusCode()).isEqualTo(401);
    assertThat(ask(company.apiKey(), plain()).statusCode()).as("an organization's").isEqualTo(403);
    assertThat(ask(operator.substring(1), plain()).statusCode()).isEqualTo(401);
    var ledger = Installation.TESTED.url() + "/api/v1/ledger";
    assertThat(Http.get(ledger, "Authorization", "Bearer " + operator).statusCode())
        .as("it is in no organization")
        .isEqualTo(403);
    assertThat(Stored.count("select count(*) from organization where name = ?", key)).isZero();
  }

  @Test
  void whatIsNotUnderstoodOrCannotStandHasItsName() {
    assertThat(wrong("no JSON")).isEqualTo("the body is no JSON object");
    assertThat(wrong("{\"name\": \"x\"}")).isEqualTo("key is missing");
    assertThat(wrong(plain("\"timeZone\": \"Moon/Base\""))).isEqualTo("timeZone is not understood");
    assertThat(wrong(plain("\"glueSeconds\": 1.5"))).isEqualTo("glueSeconds is not understood");
    assertThat(wrong(plain("\"rules\": [{\"kind\": \"SING\"}]")))
        .isEqualTo("kind is not understood");
    assertThat(wrong(plain("\"rules\": [{}]"))).isEqualTo("kind is not understood");
    assertThat(wrong(plain("\"glueSeconds\": 61"))).isEqualTo("refused.organization.glue");
    assertThat(wrong("{\"key\": \"%s\"}".formatted(key))).isEqualTo("refused.organization.name");
    assertThat(wrong("{\"key\": \"A B\", \"name\": \"x\"}")).isEqualTo("refused.opening_key");
  }

  /** The person comes after the organization's row: neither is left. */
  @Test
  void whatFailsAtItsEndLeavesNothingBehind() {
    var login = Demo.read().first().user("ORG_ADMIN").login();
    var answer =
        ask(
            operator,
            plain("\"administrator\": {\"login\": \"%s\", \"name\": \"Ada\"}".formatted(login)));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(read(answer).path("error").asText()).isEqualTo("refused.person.login_taken");
    var again =
        ask(
            operator,
            plain(
                "\"channel\": {\"name\": \"Main\", \"instance\": \"a\", \"key\": \"%s\", \"apiKey\": \"%s\", \"apiUrl\": \"http://127.0.0.1\"}"
                    .formatted(Demo.read().first().channel().key(), SECRET)));
    assertThat(read(again).path("error").asText()).isEqualTo("refused.channel_key_taken");
    assertThat(Stored.count("select count(*) from organization where name = ?", key)).isZero();
  }

  private String plain() {
    return plain("\"language\": \"ru\"");
  }

  private String plain(String more) {
    return "{\"key\": \"%1$s\", \"name\": \"%1$s\", %2$s}".formatted(key, more);
  }

  private JsonNode opened(int status, String body) {
    var answer = ask(operator, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return read(answer);
  }

  private String wrong(String body) {
    var answer = ask(operator, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    return read(answer).path("error").asText();
  }

  private static HttpResponse<String> ask(String key, String body) {
    return Http.post(
        Installation.TESTED.url() + "/api/v1/organizations",
        body.getBytes(StandardCharsets.UTF_8),
        "Authorization",
        "Bearer " + key);
  }

  private static JsonNode read(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
