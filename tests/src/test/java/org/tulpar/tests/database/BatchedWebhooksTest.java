package org.tulpar.tests.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.integrations.whatsappcloud.CloudPayloads;
import org.tulpar.tenant.OrganizationId;

/**
 * Meta puts several messages and statuses into one webhook, and cuts them otherwise when it posts
 * them again: the ledger takes that for another event, and still nothing of it happens twice.
 */
class BatchedWebhooksTest {

  private final ChannelPayloads payloads = new CloudPayloads(Clock.systemUTC());
  private final UUID id = UUID.randomUUID();
  private Pipeline pipeline;
  private Rig rig;

  @BeforeEach
  void aLineOfMetas() throws SQLException {
    pipeline = Pipeline.ofNewOrganization(0, id, (short) Lane.of(new OrganizationId(id)));
    pipeline.prepare(
        "update channel set type = 'WHATSAPP_CLOUD', instance = '1065' where organization_id = ?",
        id);
    pipeline.prepare(
        "update channel_route set channel_type = 'WHATSAPP_CLOUD' where organization_id = ?", id);
    rig =
        new Rig()
            .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 3))
            .with(ChannelPayloads.class, payloads)
            .with(InboundQueue.class, lane -> {})
            .with(TurnQueue.class, lane -> {});
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aBatchThatWaitsForItsStatusStoresItsMessageOnce() throws Exception {
    post(messages("wamid.A"), STATUS_OF_NOBODY);
    assertThat(stored()).isEqualTo("wamid.A");
    assertThat(waiting()).as("its status came too early").isEqualTo("1");
    closed();
    pipeline.prepare("update inbound_event set due_at = now() where organization_id = ?", id);
    drain();
    assertThat(waiting()).as("attempts").isEqualTo("2");
    assertNothingNew("wamid.A");
  }

  @Test
  void aBatchThatIsCutOtherwiseStoresItsMessagesOnce() throws Exception {
    post(messages("wamid.A", "wamid.B"), "");
    closed();
    post(messages("wamid.B", "wamid.A"), STATUS_OF_NOBODY);
    post(messages("wamid.B"), "");
    assertNothingNew("wamid.A,wamid.B");
  }

  @Test
  void whatIsNewInABatchThatIsCutOtherwiseIsStored() throws Exception {
    post(messages("wamid.A"), "");
    closed();
    post(messages("wamid.A", "wamid.B"), "");
    assertThat(stored()).isEqualTo("wamid.A,wamid.B");
    assertThat(count("conversation")).isEqualTo("2");
    assertThat(count("turn")).isEqualTo("1");
  }

  private void assertNothingNew(String messages) throws SQLException {
    assertThat(stored()).isEqualTo(messages);
    assertThat(count("conversation")).isEqualTo("1");
    assertThat(count("turn")).as("nothing to answer").isEqualTo("0");
    assertThat(
            pipeline.look(
                "select status || ' ' || unread from conversation where organization_id = ?"))
        .isEqualTo("CLOSED 0");
  }

  private static final String STATUS_OF_NOBODY =
      """
      {"id": "wamid.NOBODY", "status": "read", "timestamp": "1795198542", "recipient_id": "77015550101"}""";

  private static String messages(String... ids) {
    return Arrays.stream(ids)
        .map(
            message ->
                """
                {"from": "77015550101", "id": "%s", "timestamp": "1790000000", "type": "text",
                 "text": {"body": "a question"}}"""
                    .formatted(message))
        .collect(Collectors.joining(","));
  }

  private void post(String messages, String statuses) throws Exception {
    var body =
        """
        {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{
          "field": "messages",
          "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "77010000001", "phone_number_id": "1065"},
            "contacts": [{"profile": {"name": "Aigerim"}, "wa_id": "77015550101"}],
            "messages": [%s],
            "statuses": [%s]}}]}]}"""
            .formatted(messages, statuses);
    var envelope = payloads.envelope(body.getBytes(StandardCharsets.UTF_8));
    pipeline.ingest(pipeline.channel, envelope.externalId(), envelope.eventType(), body);
    drain();
  }

  private void drain() throws SQLException {
    rig.get(Resolution.class).drain(pipeline.lane);
  }

  /** Answered, and closed by somebody. */
  private void closed() throws SQLException {
    pipeline.prepare("delete from turn where organization_id = ?", id);
    pipeline.prepare(
        "update conversation set status = 'CLOSED', unread = 0 where organization_id = ?", id);
  }

  private String stored() throws SQLException {
    return pipeline.look(
        "select string_agg(external_id, ',' order by external_id) from message where organization_id = ?");
  }

  private String waiting() throws SQLException {
    return pipeline.look(
        "select attempts from inbound_event where organization_id = ? and status = 'WAITING'");
  }

  private String count(String table) throws SQLException {
    return pipeline.look("select count(*) from %s where organization_id = ?".formatted(table));
  }
}
