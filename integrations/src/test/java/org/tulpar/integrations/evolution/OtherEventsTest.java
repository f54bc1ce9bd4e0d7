package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.CodeShown;
import org.tulpar.channel.ChannelEvent.ConnectionChanged;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelEvent.OwnMessageEchoed;
import org.tulpar.channel.ChannelEvent.ReceiptArrived;
import org.tulpar.channel.ChannelEvent.ReceiptStatus;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.MessageContent;

class OtherEventsTest {

  private final EvolutionPayloads payloads = Captured.payloads();

  private ChannelEvent only(String body) throws Exception {
    var events = payloads.read(body);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  private MessageContent content(String message) throws Exception {
    var body =
        """
        {"event":"messages.upsert","data":{"key":{"remoteJid":"77015550101@s.whatsapp.net",
         "fromMe":false,"id":"A"},"message":%s,"messageTimestamp":"1795199256"}}
        """;
    return ((MessageArrived) only(body.formatted(message))).content();
  }

  @Test
  void an_echo_tells_what_we_sent_and_where() throws Exception {
    assertThat(only(Captured.numbered("other", 318)))
        .isEqualTo(
            new OwnMessageEchoed(
                "77015550101@s.whatsapp.net",
                "3EB0AD50219F189B542034",
                new MessageContent.Text("Добрый день! 😊\nЧем помочь?"),
                Instant.ofEpochSecond(1795199318)));
  }

  @Test
  void an_echo_addressed_by_digits_belongs_to_the_same_chat() throws Exception {
    assertThat(((OwnMessageEchoed) only(Captured.numbered("other", 68))).chat())
        .isEqualTo("77015550101@s.whatsapp.net");
  }

  @Test
  void an_echo_without_an_id_is_ignored() throws Exception {
    assertThat(only(Captured.numbered("other", 347))).isInstanceOf(Ignored.class);
  }

  @ParameterizedTest
  @CsvSource({
    "349,SENT",
    "350,DELIVERED",
    "351,READ",
    "353,FAILED",
    "218,DELIVERED",
  })
  void a_receipt_is_understood(int number, ReceiptStatus status) throws Exception {
    var receipt = (ReceiptArrived) only(Captured.numbered("other", number));
    assertThat(receipt.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"SERVER_ACK", "DELIVERY_ACK", "PLAYED", "ERROR", "PENDING", "DELETED"})
  void a_receipt_for_a_message_of_the_client_is_ignored(String word) throws Exception {
    var body = "{\"event\":\"messages.update\",\"data\":{\"keyId\":\"A\",\"status\":\"%s\"}}";
    assertThat(only(body.formatted(word))).isEqualTo(new Ignored("messages.update " + word));
  }

  @ParameterizedTest
  @CsvSource({"SENT,SENT", "DELIVERED,DELIVERED", "READ,READ", "FAILED,FAILED"})
  void a_receipt_in_the_words_of_meta_is_ours(String word, ReceiptStatus status) throws Exception {
    var body =
        "{\"event\":\"messages.update\",\"data\":{\"keyId\":\"A\",\"fromMe\":false,\"status\":\"%s\"}}";
    assertThat(only(body.formatted(word))).isEqualTo(new ReceiptArrived("A", status, Captured.NOW));
  }

  @ParameterizedTest
  @CsvSource({"235,OPEN", "374,CLOSED", "389,CONNECTING"})
  void a_change_of_the_connection_is_understood(int number, ConnectionState state)
      throws Exception {
    assertThat(only(Captured.numbered("other", number))).isEqualTo(new ConnectionChanged(state));
  }

  @Test
  void a_code_to_scan_is_shown() throws Exception {
    var recorded =
        Captured.names("other").stream()
            .filter(n -> n.contains("qrcode"))
            .findFirst()
            .orElseThrow();
    assertThat(only(Captured.text(recorded))).isInstanceOf(CodeShown.class);
  }

  @Test
  void a_refused_connection_is_closed() throws Exception {
    assertThat(only("{\"event\":\"connection.update\",\"data\":{\"state\":\"refused\"}}"))
        .isEqualTo(new ConnectionChanged(ConnectionState.CLOSED));
  }

  static Stream<String> otherEvents() {
    return Captured.names("other").stream()
        .filter(
            n ->
                !n.matches(".*(send\\.message|messages\\.|contacts\\.|connection\\.|qrcode\\.).*"));
  }

  @ParameterizedTest
  @MethodSource("otherEvents")
  void any_other_event_is_ignored_under_its_name(String file) throws Exception {
    var body = Captured.text(file);
    var event = payloads.envelope(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(only(body)).isEqualTo(new Ignored(event.eventType()));
  }

  @Test
  void a_list_of_messages_is_one_event_each() throws Exception {
    var one = Captured.numbered("arrived", 238);
    var data = one.substring(one.indexOf("\"data\":") + 7, one.indexOf(",\"destination\""));
    assertThat(
            payloads.read("{\"event\":\"messages.upsert\",\"data\":[%s,%s]}".formatted(data, data)))
        .hasSize(2)
        .allMatch(MessageArrived.class::isInstance);
  }

  @Test
  void text_fits_into_the_database() throws Exception {
    assertThat(content("{\"conversation\":\"a\\u0000b\\ud83dc\\udc00 \\ud83d\\ude00\"}").text())
        .isEqualTo("ab\uFFFDc\uFFFD \uD83D\uDE00");
    var text = content("{\"conversation\":\"%s\"}".formatted("ы".repeat(70_000))).text();
    assertThat(text).hasSize(65_536).endsWith("ы…");
  }

  @Test
  void wrappers_are_opened_however_they_are_nested() throws Exception {
    var message =
        """
        {"ephemeralMessage":{"message":{"viewOnceMessageV2Extension":{"message":{"audioMessage":
         {"ptt":true,"seconds":{"low":7,"high":0,"unsigned":true},"fileLength":"1200"}}}}}}
        """;
    assertThat(content(message))
        .isEqualTo(
            new MessageContent.Media(
                MessageContent.MediaType.AUDIO, "", null, null, null, 1200L, 7, true, true));
  }

  @Test
  void a_form_names_its_option_when_it_has_one() throws Exception {
    var message =
        """
        {"interactiveResponseMessage":{"body":{"text":"Выбрать"},
         "nativeFlowResponseMessage":{"name":"menu","paramsJson":%s}}}
        """;
    assertThat(content(message.formatted("\"{\\\"id\\\":\\\"b7\\\"}\"")))
        .isEqualTo(new MessageContent.Choice("b7", "Выбрать"));
    assertThat(content(message.formatted("\"{\"")))
        .isEqualTo(new MessageContent.Choice(null, "Выбрать"));
  }

  @Test
  void an_unknown_kind_is_shown_under_its_own_name() throws Exception {
    assertThat(content("{\"pollCreationMessageV3\":{\"name\":\"Когда?\"}}"))
        .isEqualTo(new MessageContent.Unsupported("pollCreationMessageV3", "Когда?"));
    assertThat(content("null")).isEqualTo(new MessageContent.Unsupported("unknown", ""));
  }

  @Test
  void a_place_outside_of_the_earth_is_not_a_place() throws Exception {
    assertThat(content("{\"locationMessage\":{\"degreesLatitude\":1e400,\"degreesLongitude\":7}}"))
        .isInstanceOf(MessageContent.Unsupported.class);
  }

  @Test
  void a_file_inside_the_message_is_not_kept() throws Exception {
    var image =
        content("{\"imageMessage\":{\"url\":\"data:image/png;base64,AAAA\"},\"base64\":\"AAAA\"}");
    assertThat(image.toString()).doesNotContain("AAAA");
  }

  @Test
  void a_message_without_a_time_was_written_now() throws Exception {
    var body =
        "{\"event\":\"messages.upsert\",\"data\":{\"key\":{\"remoteJid\":\"1@lid\",\"id\":\"A\"},\"messageTimestamp\":%s}}";
    for (var time : new String[] {"null", "-5", "{}", "\"soon\"", "99999999999999", "1e30"}) {
      assertThat(((MessageArrived) only(body.formatted(time))).at()).isEqualTo(Captured.NOW);
    }
  }
}
