package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageArrived;

/** Every captured form of an arriving message, against the table in {@code expected.csv}. */
class CapturedMessagesTest {

  private static final String SEPARATOR = " ; ";

  static Stream<String> table() {
    return Captured.text("expected.csv").lines().skip(1);
  }

  @ParameterizedTest
  @MethodSource("table")
  void a_captured_message_is_understood(String line) throws Exception {
    var file = line.split(SEPARATOR, 2)[0];
    var events = Captured.payloads().read(Captured.text("arrived/" + file));
    assertThat(events).hasSize(1);
    assertThat(file + SEPARATOR + told(events.getFirst())).isEqualTo(line);
  }

  @Test
  void the_table_names_every_captured_message() {
    var named = table().map(line -> "arrived/" + line.split(SEPARATOR, 2)[0]).sorted().toList();
    assertThat(named).isEqualTo(Captured.names("arrived"));
  }

  static String told(ChannelEvent event) {
    return switch (event) {
      case MessageArrived m ->
          String.join(
              SEPARATOR,
              List.of(
                  m.content().kind() + (m.byOwner() ? " by owner" : ""),
                  m.chatKind() + " " + m.chat(),
                  m.identities().stream()
                      .map(i -> i.kind() + " " + i.value())
                      .collect(Collectors.joining(", ")),
                  "phone " + m.phone(),
                  "name " + m.clientName(),
                  "sender " + m.senderName(),
                  m.externalId(),
                  "quotes " + m.quotedExternalId(),
                  m.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                  m.content().toString().replace("\n", "\\n")));
      case Ignored ignored -> "ignored: " + ignored.reason();
      default -> event.toString();
    };
  }
}
