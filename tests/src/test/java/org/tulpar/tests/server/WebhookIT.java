package org.tulpar.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the webhook refuses: 401 to strangers, 4xx to what must never come again, never 500. */
@ExtendWith(OnTheServer.class)
class WebhookIT {

  private static final String MESSAGE = Wire.message("77030000001", "hello");

  @Test
  void strangersLearnNothing() {
    var channel = Demo.read().first().channel();
    for (var stranger :
        new Demo.Channel[] {
          channel.withSecret("wrong"),
          channel.withSecret(null),
          channel.withSecret(""),
          channel.withKey("unknown"),
          channel.withKey("unknown").withSecret(null)
        }) {
      var answer = Http.webhook(stranger, MESSAGE);
      assertThat(answer.statusCode()).as("%s", stranger).isEqualTo(401);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void theSecretOfAnotherChannelOpensNothing() {
    var demo = Demo.read();
    var other = demo.organizations().get(1).channel();
    assertThat(
            Http.webhook(demo.first().channel().withSecret(other.secret()), MESSAGE).statusCode())
        .isEqualTo(401);
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        Arguments.of("nothing", bytes("")),
        Arguments.of("no JSON", bytes("hello")),
        Arguments.of("half of it", bytes(MESSAGE.substring(0, MESSAGE.length() / 2))),
        Arguments.of("two of them", bytes(MESSAGE + MESSAGE)),
        Arguments.of("an array", bytes("[]")),
        Arguments.of("a number", bytes("1")),
        Arguments.of("too deep", bytes("[".repeat(100_000))),
        Arguments.of("too deep inside", bytes(deep())),
        Arguments.of("no event", bytes("{\"data\":{}}")),
        Arguments.of("no UTF-8", new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', '}'}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badBodies")
  void whatCannotBeReadIsRefusedForGood(String what, byte[] body) {
    assertThat(Http.webhook(Demo.read().first().channel(), body).statusCode())
        .as(what)
        .isEqualTo(400);
  }

  /** The log and the ledger name a request alike, also when nobody upstream traces it. */
  @Test
  void anEventKeepsTheTraceOfItsRequest() {
    var channel = Demo.read().first().channel();
    var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    Http.post(
        channel.webhook(),
        bytes(Wire.message("77030000009", "traced")),
        "Authorization",
        "Bearer " + channel.secret(),
        "traceparent",
        "00-" + trace + "-00f067aa0ba902b7-01");
    assertThat(Stored.count("select count(*) from inbound_event where trace_id = ?", trace))
        .isEqualTo(1);
    Http.webhook(channel, Wire.message("77030000008", "not traced"));
    assertThat(
            Stored.count(
                "select count(*) from inbound_event where trace_id is null or trace_id !~ ?",
                "^[0-9a-f]{32}$"))
        .isZero();
  }

  @Test
  void whatIsTooLargeIsRefused() {
    var large = bytes(Wire.message("77030000002", "a".repeat(5 * 1024 * 1024)));
    assertThat(Http.webhook(Demo.read().first().channel(), large).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextIsStoredOrRefusedAndStopsNothing(String text) {
    var answer = Http.webhook(Demo.read().first().channel(), Wire.message("77030000003", text));
    assertThat(answer.statusCode()).isIn(200, 400);
  }

  static Stream<String> hostileTexts() {
    return Stream.of(
        "\u0000", "a\ud800b", "<script>alert(1)</script>", "'; drop table message; --", "#{1+1}");
  }

  private static String deep() {
    return "{\"event\":\"messages.upsert\",\"data\":%s1%s}"
        .formatted("{\"a\":".repeat(5000), "}".repeat(5000));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
