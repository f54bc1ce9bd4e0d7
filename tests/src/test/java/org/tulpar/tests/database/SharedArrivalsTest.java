package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * One batch of messages to two organizations in which everything is called the same: nothing of one
 * comes to the other.
 */
class SharedArrivalsTest {

  private static final String JID = Twins.JID;

  @RegisterExtension final Twins twins = new Twins();

  @Test
  void messagesOfTheSamePersonLandInTheirOwnOrganization() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.arrive("M-2", 11, 21, 31, "CLIENT");
    for (var one : twins.both()) {
      assertThat(one.look("select string_agg(id::text, ',') from client where organization_id = ?"))
          .isEqualTo("10");
      assertThat(
              one.look(
                  "select string_agg(client_id || ' ' || id || ' ' || channel_id || ' ' || unread, ',') from conversation where organization_id = ?"))
          .isEqualTo("10 20 " + one.channel + " 2");
      assertThat(
              one.look(
                  "select string_agg(id || ' ' || conversation_id || ' ' || body, ',' order by id) from message where organization_id = ?"))
          .isEqualTo("30 20 " + twins.words(one) + ",31 20 " + twins.words(one));
      assertThat(
              one.look(
                  "select conversation_id || ' ' || revision from turn where organization_id = ?"))
          .isEqualTo("20 1");
    }
    assertThat(twins.stranger().look("select count(*) from message where organization_id = ?"))
        .isEqualTo("1");
  }

  @Test
  void whatOneOrganizationHasAlreadyIsNewToTheOther() throws SQLException {
    var first = twins.first();
    first.apply(Incoming.from(JID, "M-1", "before"));
    var told = twins.arrive("M-1", 10, 20, 30, "CLIENT");
    assertThat(told)
        .containsExactly("false " + first.organization, "true " + twins.last().organization);
    assertThat(first.look("select string_agg(body, ',') from message where organization_id = ?"))
        .isEqualTo("before");
    assertThat(first.look("select unread from conversation where organization_id = ?"))
        .isEqualTo("1");
    assertThat(twins.last().look("select body from message where organization_id = ?"))
        .isEqualTo(twins.words(twins.last()));
  }

  @Test
  void theSameMessageTwiceInABatchIsOne() throws SQLException {
    var one = twins.first();
    assertThat(one.apply(Incoming.from(JID, "M-1", "a"), Incoming.from(JID, "M-1", "a")))
        .containsExactlyInAnyOrder(true, false);
    assertThat(one.look("select unread from conversation where organization_id = ?"))
        .isEqualTo("1");
  }

  @Test
  void aTakeoverByPhoneIsOfOneOrganization() throws SQLException {
    twins.arrive("M-1", 10, 20, 30, "CLIENT");
    twins.arrive("M-2", 11, 21, 31, "MANAGER", "CLIENT");
    assertThat(
            twins
                .first()
                .look(
                    "select handler || handler_epoch from conversation where organization_id = ?"))
        .isEqualTo("HUMAN1");
    assertThat(
            twins
                .last()
                .look(
                    "select handler || handler_epoch from conversation where organization_id = ?"))
        .isEqualTo("BOT0");
    assertThat(twins.first().look("select count(*) from turn where organization_id = ?"))
        .isEqualTo("0");
    assertThat(twins.last().look("select count(*) from turn where organization_id = ?"))
        .isEqualTo("1");
    assertThat(
            twins.ofEach(
                "select count(*) from audit_event where type = 'conversation.taken_over' and organization_id = ?"))
        .containsExactly("1", "0");
  }

  @Test
  void whoMeetsAgainInOneOrganizationTouchesNobodyInTheOther() throws SQLException {
    var first = twins.first();
    first.apply(Incoming.from(JID, "M-1", "by number"));
    first.apply(new Incoming("M-2", "CLIENT", "TEXT", "by LID", "LID:5@lid"));
    twins.call(
        """
        apply_messages('{%1$s,%1$s,%2$s}', '{10,10,10}', '{EVOLUTION,EVOLUTION,EVOLUTION}', '{JID,LID,JID}', '{%5$s,5@lid,%5$s}', '{A,A,B}', '{null,null,null}',
          '{%1$s,%2$s}', '{1,2}', '{%3$s,%4$s}', '{1,1}', '{10,10}', '{20,20}', '{%5$s,%5$s}', '{DIRECT,DIRECT}', '{M-3,M-3}', '{CLIENT,CLIENT}', '{TEXT,TEXT}',
          '{again,new}', '{null,null}', '{A,B}', '{null,null}', '{now,now}', '{30,30}', '{false,false}')"""
            .formatted(
                first.organization,
                twins.last().organization,
                first.channel,
                twins.last().channel,
                JID));
    assertThat(
            first.look(
                "select count(*) from client where organization_id = ? and merged_into_id is null"))
        .isEqualTo("1");
    assertThat(
            first.look(
                "select count(distinct conversation_id) || ' ' || count(*) from message where organization_id = ?"))
        .isEqualTo("1 3");
    assertThat(
            twins
                .last()
                .look("select string_agg(body, ',') from message where organization_id = ?"))
        .isEqualTo("new");
  }
}
