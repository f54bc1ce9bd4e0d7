package org.tulpar.integrations.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelEvent.ContactNamed;
import org.tulpar.channel.ChannelEvent.Ignored;
import org.tulpar.channel.ChannelEvent.MessageDeleted;
import org.tulpar.channel.ChannelEvent.MessageEdited;
import org.tulpar.channel.ChannelEvent.PastMessage;
import org.tulpar.channel.ChannelEvent.ReactionArrived;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;

/** What is said about earlier messages, and about people. */
class ChangesTest {

  private static final String MESSAGE = "3EB000000000C0FFEE01";

  private final EvolutionPayloads payloads = Captured.payloads();

  private ChannelEvent only(String body) throws Exception {
    var events = payloads.read(body);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "288,Здравствуйте! Сколько стоит имплант?,2025-11-20T00:53:20.999Z",
    "289,исправлено ещё раз,2025-11-20T00:53:21.999Z"
  })
  void an_edit_tells_the_new_words(int number, String words, Instant at) throws Exception {
    assertThat(only(Captured.numbered("other", number)))
        .isEqualTo(new MessageEdited(MESSAGE, words, at));
  }

  @Test
  void a_deletion_comes_as_a_key_or_as_a_row() throws Exception {
    assertThat(only(Captured.numbered("other", 291)))
        .isEqualTo(new MessageDeleted(MESSAGE, Captured.NOW));
    assertThat(only(Captured.numbered("other", 370)))
        .isEqualTo(new MessageDeleted("3EB0AD50219F189B542034", Captured.NOW));
  }

  @Test
  void a_setting_of_the_chat_changes_no_message() throws Exception {
    assertThat(only(Captured.numbered("other", 292)))
        .isEqualTo(new Ignored("protocol message EPHEMERAL_SETTING"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"protocolMessage\":{\"key\":{\"id\":\"M\"},\"type\":14,\"editedMessage\":{\"conversation\":\"b\"},\"timestampMs\":{\"low\":1000,\"high\":0}}}",
        "{\"editedMessage\":{\"message\":{\"protocolMessage\":{\"key\":{\"id\":\"M\"},\"type\":\"MESSAGE_EDIT\",\"editedMessage\":{\"imageMessage\":{\"caption\":\"b\"}},\"timestampMs\":\"1000\"}}}}"
      })
  void an_edit_is_found_inside_of_an_arriving_message(String message) throws Exception {
    assertThat(only(arriving(message)))
        .isEqualTo(new MessageEdited("M", "b", Instant.ofEpochMilli(1000)));
  }

  @Test
  void a_revocation_is_found_inside_of_an_arriving_message() throws Exception {
    assertThat(only(arriving("{\"protocolMessage\":{\"key\":{\"id\":\"M\"},\"type\":0}}")))
        .isEqualTo(new MessageDeleted("M", Captured.NOW));
  }

  @ParameterizedTest
  @CsvSource({"272,👍,2026-11-20T18:28:13Z", "274,'',2026-11-20T18:28:14Z"})
  void a_reaction_names_its_message_and_its_moment(int number, String sign, Instant at)
      throws Exception {
    var reaction = (ReactionArrived) only(Captured.numbered("arrived", number));
    assertThat(reaction.externalId()).isEqualTo("3EB0AAAA");
    assertThat(reaction.reactor()).isEqualTo(ReactionArrived.CLIENT);
    assertThat(reaction.name()).isEqualTo("Айгерим");
    assertThat(reaction.sign()).isEqualTo(sign);
    assertThat(reaction.at()).isEqualTo(at);
  }

  @Test
  void a_reaction_tells_its_moment_to_the_millisecond() throws Exception {
    var message =
        "{\"reactionMessage\":{\"key\":{\"id\":\"M\"},\"text\":\"👍\",\"senderTimestampMs\":1795199256700}}";
    assertThat(((ReactionArrived) only(arriving(message))).at())
        .isEqualTo(Instant.ofEpochMilli(1_795_199_256_700L));
  }

  @Test
  void in_a_group_a_reaction_is_its_member_s() throws Exception {
    var body =
        arriving("{\"reactionMessage\":{\"key\":{\"id\":\"M\"},\"text\":\"👍\"}}")
            .replace("7@s.whatsapp.net\"", "1203@g.us\",\"participant\":\"9@lid\"");
    assertThat(((ReactionArrived) only(body)).reactor()).isEqualTo("9@lid");
  }

  @Test
  void history_is_past() throws Exception {
    var past = (PastMessage) only(Captured.numbered("other", 361));
    assertThat(past.message().externalId()).isEqualTo("3EB0HIST1");
    assertThat(past.message().content().text()).isEqualTo("из истории");
  }

  @Test
  void a_contact_tells_a_name() throws Exception {
    assertThat(only(Captured.numbered("other", 239)))
        .isEqualTo(
            new ContactNamed(
                new Identity(IdentityKind.JID, "77015550101@s.whatsapp.net"), "Айгерим"));
    assertThat(only(Captured.numbered("other", 357)))
        .isEqualTo(new Ignored("a contact without a name"));
  }

  @ParameterizedTest
  @CsvSource({"1203@g.us,Болат", "77015550101@s.whatsapp.net,77015550101", "1@lid,''"})
  void a_group_and_a_number_are_no_name(String jid, String name) throws Exception {
    var body =
        "{\"event\":\"contacts.update\",\"data\":[{\"remoteJid\":\"%s\",\"pushName\":\"%s\"}]}";
    assertThat(only(body.formatted(jid, name))).isEqualTo(new Ignored("a contact without a name"));
  }

  private static String arriving(String message) {
    return """
        {"event":"messages.upsert","data":{"key":{"remoteJid":"7@s.whatsapp.net","fromMe":false,"id":"A"},
         "message":%s,"messageTimestamp":1795199256}}
        """
        .formatted(message);
  }
}
