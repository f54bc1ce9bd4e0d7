package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tulpar.tests.database.Begun.CLIENT;
import static org.tulpar.tests.database.Begun.JID;
import static org.tulpar.tests.database.Begun.PHONE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.conversation.begin.BeginRefused;
import org.tulpar.conversation.begin.Way;

/** A conversation that a person begins is the one in which the client answers. */
class BegunConversationsTest {

  private static final String LID = "123456789012345@lid";

  private Begun begun;

  @BeforeEach
  void prepare() throws SQLException {
    begun = new Begun().client(CLIENT, PHONE);
  }

  @Test
  void herAnswerStandsInItUnderWhateverNameOfHersItComes() throws SQLException {
    var conversation = begun.begin();
    begun.says(conversation, "Good day");
    begun.pipeline.apply(
        new Incoming("M-1", "CLIENT", "TEXT", "Hello", "LID:" + LID, "JID:" + JID));
    begun.pipeline.apply(new Incoming("M-2", "CLIENT", "TEXT", "Who is it?", "LID:" + LID));
    assertThat(begun.count("client")).isOne();
    assertThat(begun.count("conversation")).isOne();
    assertThat(
            begun.look(
                "select string_agg(conversation_id || ' ' || body, ', ' order by occurred_at, id) from message where organization_id = ?"))
        .isEqualTo("%1$d Good day, %1$d Hello, %1$d Who is it?".formatted(conversation));
    assertThat(begun.count("turn")).as("the bot is asked nothing").isZero();
  }

  @Test
  void itIsHersWhoBeganItAndTheBotIsSilentAndNothingIsSent() throws SQLException {
    begun.begin();
    assertThat(
            begun.look(
                "select concat_ws(' ', status, handler, assignee_id, address, kind, human_at is not null) from conversation where organization_id = ?"))
        .isEqualTo("OPEN HUMAN 1 " + JID + " DIRECT t");
    assertThat(begun.count("message")).isZero();
    assertThat(begun.count("outbox_message")).isZero();
    assertThat(begun.count("audit_event")).isZero();
  }

  /** Whom the messenger knows: of her name nobody waits for another. */
  @Test
  void manyWhoBeginAtOnceBeginOne() throws Exception {
    var begins = new ArrayList<Callable<Long>>();
    for (long client = 20; client < 30; client++) {
      begun.client(client, null).talked(client, client, begun.pipeline.channel, client + "@lid");
      for (int n = 0; n < 8; n++) {
        var whom = client;
        var person = n % 2 == 0 ? Office.AIGUL : Office.BAKYT;
        begins.add(() -> begun.begin(whom, begun.pipeline.channel, person));
      }
    }
    var ids = new HashSet<Long>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var one : threads.invokeAll(begins)) {
        ids.add(one.get());
      }
    }
    assertThat(ids).hasSize(10);
    assertThat(begun.count("conversation where status = 'OPEN' and")).isEqualTo(10);
  }

  @Test
  void theCurrentConversationIsOpenedAsItIsAndAClosedOneStaysClosed() throws SQLException {
    begun.pipeline.apply(Incoming.from(JID, "M-1", "Hello"));
    var hers = Long.parseLong(begun.look("select max(id) from client where organization_id = ?"));
    var current = begun.begin(hers, begun.pipeline.channel, Office.AIGUL);
    assertThat(begun.look("select id || handler from conversation where organization_id = ?"))
        .isEqualTo(current + "BOT");
    begun.pipeline.prepare(
        "update conversation set status = 'CLOSED' where organization_id = ?",
        begun.pipeline.organization);
    var next = begun.begin(hers, begun.pipeline.channel, Office.AIGUL);
    assertThat(next).isNotEqualTo(current);
    assertThat(
            begun.look(
                "select string_agg(status || ' ' || address, ', ' order by created_at) from conversation where organization_id = ?"))
        .isEqualTo("CLOSED %1$s, OPEN %1$s".formatted(JID));
  }

  @Test
  void aNumberThatIsAnotherClientsIsRefusedAndNothingIsLeft() throws SQLException {
    begun.client(6, null).identity(6, "EVOLUTION", "JID", JID);
    assertThatThrownBy(() -> begun.begin())
        .isInstanceOfSatisfying(
            BeginRefused.class, e -> assertThat(e.code()).isEqualTo("refused.begin.elsewhere"));
    assertThat(begun.count("conversation")).isZero();
    assertThat(begun.look("select client_id from client_identity where organization_id = ?"))
        .isEqualTo("6");
  }

  @Test
  void aNumberThatAnotherCardHasTooIsRefused() throws SQLException {
    begun.client(6, PHONE);
    assertThatThrownBy(() -> begun.begin()).isInstanceOf(BeginRefused.class);
    assertThat(begun.count("client_identity")).isZero();
  }

  @Test
  void aNumberThatIsCorrectedBeforeSheHasAnsweredIsTheOneThatIsWrittenTo() throws SQLException {
    var conversation = begun.begin();
    begun.says(conversation, "Good day");
    begun.pipeline.prepare(
        "update client set phone = '77015550777' where organization_id = ?",
        begun.pipeline.organization);
    assertThat(begun.begin()).isEqualTo(conversation);
    assertThat(address()).isEqualTo("77015550777@s.whatsapp.net");
    assertThat(
            begun.look(
                "select string_agg(value, ' ') from client_identity where organization_id = ?"))
        .as("whoever has the wrong one is somebody else")
        .isEqualTo("77015550777@s.whatsapp.net");
    begun.pipeline.prepare(
        "update conversation set status = 'CLOSED' where organization_id = ?",
        begun.pipeline.organization);
    begun.pipeline.prepare(
        "update client set phone = ? where organization_id = ?",
        PHONE,
        begun.pipeline.organization);
    begun.begin();
    assertThat(address()).as("nobody has ever answered there").isEqualTo(JID);
  }

  @Test
  void aNumberThatNobodyTriedBelongsToNobody() throws SQLException {
    begun.begin();
    begun.sweptAfter("2 hours");
    assertThat(begun.count("client_identity")).isZero();
    begun.identity(CLIENT, "EVOLUTION", "JID", JID).begin();
    begun.sweptAfter("2 hours");
    assertThat(begun.count("client_identity")).as("known before").isOne();
  }

  @Test
  void whereSheHasTalkedBeforeComesBeforeHerPhoneAndThatBeforeANameOfHers() throws SQLException {
    begun.identity(CLIENT, "EVOLUTION", "JID", "77019999999@s.whatsapp.net");
    begun.begin();
    assertThat(address()).as("the number was corrected on the card").isEqualTo(JID);
    var other = begun.channel("EVOLUTION");
    begun.talked(Long.MAX_VALUE, CLIENT, begun.pipeline.channel, LID);
    begun.begin(CLIENT, other, Office.AIGUL);
    assertThat(address()).isEqualTo(LID);
    assertThat(begun.count("client_identity")).isEqualTo(2);
    begun.client(7, null).identity(7, "EVOLUTION", "LID", "5@lid");
    begun.begin(7, other, Office.AIGUL);
    assertThat(address()).isEqualTo("5@lid");
  }

  @Test
  void eachMessengerReachesWhomItKnows() throws SQLException {
    begun.channel("WHATSAPP_CLOUD");
    var telegram = begun.channel("TELEGRAM");
    var desk = begun.channel("CHAT2DESK");
    begun.channel("CHAT2DESK");
    assertThat(begun.ways(CLIENT)).extracting(Way::name).containsExactly("Test", "WHATSAPP_CLOUD");
    begun
        .client(8, null)
        .identity(8, "TELEGRAM", "PROVIDER_ID", "4242")
        .identity(8, "CHAT2DESK", "PROVIDER_ID", "17");
    begun.talked(800, 8, desk, "17:viber");
    assertThat(begun.ways(8)).extracting(Way::channelId).containsExactly(desk, telegram);
    begun.begin(8, desk, Office.AIGUL);
    assertThat(address()).isEqualTo("17:viber");
    begun.begin(8, telegram, Office.AIGUL);
    assertThat(address()).isEqualTo("4242");
  }

  @Test
  void theCloudKnowsHerByHerNumber() throws SQLException {
    var cloud = begun.channel("WHATSAPP_CLOUD");
    begun.begin(CLIENT, cloud, Office.AIGUL);
    assertThat(address()).isEqualTo(PHONE);
    assertThat(
            begun.look(
                "select channel_type || ' ' || kind || ' ' || value from client_identity where organization_id = ?"))
        .isEqualTo("WHATSAPP_CLOUD PHONE " + PHONE);
  }

  @Test
  void whoHasNeitherPhoneNorNameIsReachedNowhereAndNorIsAGroupByAnotherNumber()
      throws SQLException {
    begun.client(9, null).client(10, null).identity(10, "TELEGRAM", "PROVIDER_ID", "-100");
    begun.identity(10, "EVOLUTION", "JID", "120363@g.us").channel("TELEGRAM");
    assertThat(begun.ways(9)).isEmpty();
    assertThat(begun.ways(10)).isEmpty();
    assertThatThrownBy(() -> begun.begin(9, begun.pipeline.channel, Office.AIGUL))
        .isInstanceOf(BeginRefused.class);
  }

  @Test
  void aChannelThatWasRemovedAnExampleAndAMergedCardLeadNowhere() throws SQLException {
    begun.pipeline.prepare(
        "update channel set removed_at = now() where id = ?", begun.channel("EVOLUTION"));
    begun.pipeline.prepare(
        "update channel set example = true where id = ?", begun.channel("EVOLUTION"));
    assertThat(begun.ways(CLIENT)).extracting(Way::name).containsExactly("Test");
    begun.pipeline.prepare(
        "update client set example = true where organization_id = ?", begun.pipeline.organization);
    assertThat(begun.ways(CLIENT)).isEmpty();
    begun.client(11, "77015550199");
    begun.pipeline.prepare(
        "update client set merged_into_id = 5 where organization_id = ? and id = 11",
        begun.pipeline.organization);
    assertThat(begun.ways(11)).isEmpty();
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() throws SQLException {
    var other = new Begun();
    assertThat(begun.waysOf(other.pipeline.organization, CLIENT)).isEmpty();
    var theirs = other.pipeline.channel;
    assertThatThrownBy(() -> begun.begin(CLIENT, theirs, Office.AIGUL))
        .isInstanceOf(BeginRefused.class);
    assertThat(begun.count("conversation") + other.count("conversation")).isZero();
  }

  @Test
  void whatWasBegunAndLeftIsTakenAwayAndFoundAgainUntilThen() throws SQLException {
    var first = begun.begin();
    begun.sweptAfter("59 minutes");
    assertThat(begun.begin()).isEqualTo(first);
    begun.sweptAfter("59 minutes");
    assertThat(begun.count("conversation")).as("an hour since it was asked for").isOne();
    begun.sweptAfter("1 hour");
    assertThat(begun.count("conversation")).isZero();
    assertThat(begun.begin()).isNotEqualTo(first);
  }

  @Test
  void whatSomethingWasSaidInStays() throws SQLException {
    begun.says(begun.begin(), "Good day").sweptAfter("2 hours");
    assertThat(begun.count("conversation")).isOne();
    assertThat(begun.count("begun_conversation")).isZero();
  }

  @Test
  void whatSomebodyIsStillAtStays() throws SQLException {
    var conversation = begun.begin();
    for (var trace :
        new String[] {
          "conversation_draft (organization_id, conversation_id, user_id, kind, body) values (?, ?, 1, 'REPLY', 'Good')",
          "presence (organization_id, conversation_id, user_id, seen_at) values (?, ?, 1, now())",
          "conversation_note (organization_id, id, conversation_id, user_id, body) values (?, 1, ?, 1, 'later')"
        }) {
      begun.pipeline.prepare("insert into " + trace, begun.pipeline.organization, conversation);
      begun.sweptAfter("2 hours");
      assertThat(begun.count("conversation")).as(trace).isOne();
      assertThat(begun.count("begun_conversation")).as("looked at again").isOne();
      begun.pipeline.prepare(
          "delete from " + trace.split(" ", 2)[0] + " where organization_id = ?",
          begun.pipeline.organization);
    }
    begun.sweptAfter("2 hours");
    assertThat(begun.count("conversation")).isZero();
  }

  /** Of the conversation that was begun last. */
  private String address() throws SQLException {
    return begun.look(
        "select address from conversation where organization_id = ? order by created_at desc, id desc limit 1");
  }
}
