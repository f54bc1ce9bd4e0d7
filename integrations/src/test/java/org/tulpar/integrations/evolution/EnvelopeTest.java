package org.tulpar.integrations.evolution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads.Envelope;
import org.tulpar.channel.UnreadablePayload;

class EnvelopeTest {

  private final EvolutionPayloads payloads = Captured.payloads();

  private Envelope envelope(String body) throws UnreadablePayload {
    return payloads.envelope(body.getBytes(UTF_8));
  }

  private void unreadable(byte[] body) {
    assertThatExceptionOfType(UnreadablePayload.class).isThrownBy(() -> payloads.envelope(body));
  }

  @Test
  void a_message_is_named_by_its_key() throws Exception {
    assertThat(envelope(Captured.numbered("arrived", 238)))
        .isEqualTo(
            new Envelope(
                "messages.upsert|77015550101@s.whatsapp.net|false|3EB000000000C0FFEE01",
                "messages.upsert"));
  }

  @Test
  void a_retried_message_has_the_name_of_the_first_try() throws Exception {
    assertThat(envelope(Captured.numbered("arrived", 111)))
        .isEqualTo(envelope(Captured.numbered("arrived", 106)));
  }

  @Test
  void an_echo_and_a_receipt_are_named_by_key_and_status() throws Exception {
    assertThat(envelope(Captured.numbered("other", 318)).externalId())
        .isEqualTo("send.message|77015550101@s.whatsapp.net|true|3EB0AD50219F189B542034");
    assertThat(envelope(Captured.numbered("other", 351)).externalId())
        .isEqualTo("messages.update|3EB0AD50219F189B542034|READ");
  }

  @Test
  void any_other_event_is_named_by_its_bytes() throws Exception {
    var body = Captured.numbered("other", 239);
    assertThat(envelope(body).externalId()).matches("contacts\\.upsert\\|[0-9a-f]{64}");
    assertThat(envelope(body)).isEqualTo(envelope(body));
    assertThat(envelope(body)).isNotEqualTo(envelope(body.replace("Айгерим", "Асель")));
  }

  @Test
  void an_event_that_nobody_knows_is_accepted() throws Exception {
    assertThat(envelope("{\"event\":\"new.thing\"}").eventType()).isEqualTo("new.thing");
  }

  @Test
  void a_message_without_an_id_is_named_by_its_bytes() throws Exception {
    assertThat(envelope("{\"event\":\"messages.upsert\",\"data\":{\"key\":{}}}").externalId())
        .matches("messages\\.upsert\\|[0-9a-f]{64}");
  }

  @Test
  void what_is_said_twice_counts_as_said_last() throws Exception {
    var body =
        """
        {"event":"a","data":{"key":{"remoteJid":"1@lid","fromMe":true,"id":"OLD"}},
         "data":{"key":{"remoteJid":"2@lid","fromMe":false,"id":"NEW"}},"event":"messages.upsert"}
        """;
    assertThat(envelope(body).externalId()).isEqualTo("messages.upsert|2@lid|false|NEW");
  }

  @Test
  void a_long_id_still_fits_into_an_index() throws Exception {
    var body =
        "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"1@lid\",\"id\":\"%s\"}}}";
    var id = envelope(body.formatted("x".repeat(5_000))).externalId();
    assertThat(id).hasSizeLessThanOrEqualTo(200);
    assertThat(id).isNotEqualTo(envelope(body.formatted("y".repeat(5_000))).externalId());
  }

  @Test
  void a_name_holds_no_nul_character() throws Exception {
    var body =
        "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"1@lid\",\"id\":\"a\\u0000\\ud800b\"}}}";
    assertThat(envelope(body).externalId()).isEqualTo("messages.upsert|1@lid|null|a\uFFFDb");
  }

  @Test
  void only_utf8_is_read() {
    var body = "{\"event\":\"ы\"}";
    unreadable("{\"event\":\"caf\u00e9\"}".getBytes(ISO_8859_1));
    unreadable(body.getBytes(UTF_16LE));
    unreadable(new byte[] {'{', '"', 'e', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'});
    unreadable("{\"event\":\"a\"}\0".getBytes(UTF_8));
  }

  @Test
  void the_replacement_character_itself_is_a_letter_like_any_other() throws Exception {
    assertThat(envelope("{\"event\":\"a\",\"data\":\"\uFFFD\"}").eventType()).isEqualTo("a");
  }

  @Test
  void what_is_not_one_object_with_an_event_is_unreadable() {
    for (var body :
        new String[] {
          "",
          " ",
          "null",
          "1",
          "\"x\"",
          "[]",
          "[{\"event\":\"a\"}]",
          "{}",
          "{\"event\":null}",
          "{\"event\":\" \"}",
          "{\"event\":{}}",
          "{\"event\":\"a\"}{}",
          "{\"event\":\"a\"} x",
          "{\"event\":\"a\",}",
          "{event:1}",
          "\uFEFF[]",
          "{\"event\":\"" + "a".repeat(65) + "\"}"
        }) {
      unreadable(body.getBytes(UTF_8));
    }
  }

  @Test
  void a_tower_of_ten_thousand_levels_is_unreadable() {
    for (var step : new String[] {"[", "{\"a\":"}) {
      unreadable(("{\"event\":\"a\",\"data\":" + step.repeat(10_000)).getBytes(UTF_8));
    }
  }

  @Test
  void a_text_beyond_the_limit_is_unreadable() {
    var text = "x".repeat(Captured.LIMIT + 1);
    unreadable(("{\"event\":\"" + text + "\"}").getBytes(UTF_8));
    unreadable(("{\"event\":\"a\",\"n\":1" + "0".repeat(5_000) + "}").getBytes(UTF_8));
  }
}
