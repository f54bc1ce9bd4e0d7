package org.tulpar.dialogue.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelEvent.ChatKind;
import org.tulpar.channel.ChannelEvent.MessageArrived;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Identity;
import org.tulpar.channel.IdentityKind;
import org.tulpar.channel.MessageContent.Text;
import org.tulpar.tenant.OrganizationId;

class PeopleTest {

  private static final Identity JID = new Identity(IdentityKind.JID, "77015550101@s.whatsapp.net");
  private static final Identity LID = new Identity(IdentityKind.LID, "123456789012345@lid");
  private static final Identity OTHER =
      new Identity(IdentityKind.JID, "77015550102@s.whatsapp.net");

  private final AtomicLong ids = new AtomicLong();
  private final People people = new People(ids::incrementAndGet);
  private final LedgerEvent event = eventOf(new OrganizationId(UUID.randomUUID()));

  @Test
  void takes_two_names_of_one_message_for_one_person() throws Exception {
    var both = from(LID, JID);
    var later = from(JID);
    meet(both, later);
    assertThat(people.of(event, both)).isSameAs(people.of(event, later));
    assertThat(people.rows()).hasSize(2);
  }

  @Test
  void joins_two_people_when_a_later_message_shows_that_they_are_one() throws Exception {
    var byLid = from(LID);
    var byJid = from(JID);
    var both = from(LID, JID);
    meet(byLid, byJid, both);
    assertThat(people.of(event, byLid)).isSameAs(people.of(event, byJid));
    assertThat(people.of(event, byLid).identities()).containsExactlyInAnyOrder(LID, JID);
  }

  @Test
  void keeps_strangers_and_organizations_apart() throws Exception {
    var one = from(JID);
    var two = from(OTHER);
    meet(one, two);
    var elsewhere = eventOf(new OrganizationId(UUID.randomUUID()));
    people.meet(elsewhere, one);
    assertThat(people.of(event, one)).isNotSameAs(people.of(event, two));
    assertThat(people.of(elsewhere, one)).isNotSameAs(people.of(event, one));
  }

  @Test
  void has_one_conversation_id_per_person_and_channel() throws Exception {
    var message = from(JID);
    meet(message);
    var person = people.of(event, message);
    assertThat(people.conversation(event, person)).isEqualTo(people.conversation(event, person));
  }

  private void meet(MessageArrived... messages) throws Exception {
    for (var message : messages) {
      people.meet(event, message);
    }
  }

  private static MessageArrived from(Identity... identities) {
    return new MessageArrived(
        identities[0].value(),
        ChatKind.DIRECT,
        Arrays.asList(identities),
        null,
        null,
        null,
        UUID.randomUUID().toString(),
        false,
        new Text("?"),
        null,
        Instant.EPOCH);
  }

  private static LedgerEvent eventOf(OrganizationId organization) {
    return new LedgerEvent(
        organization,
        1,
        UUID.randomUUID(),
        ChannelType.EVOLUTION,
        "messages.upsert",
        "{}",
        0,
        null,
        false,
        false);
  }
}
