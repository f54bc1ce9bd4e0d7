package org.tulpar.tests.database;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.Lane;
import org.tulpar.dialogue.flow.InboundQueue;
import org.tulpar.dialogue.flow.TurnQueue;
import org.tulpar.dialogue.inbound.Resolution;
import org.tulpar.tenant.OrganizationId;

/** The product's own way from a webhook's body to the rows, without a server. */
final class Resolver {

  private final Pipeline pipeline;
  private final int lane;
  private final ChannelPayloads payloads = Adapters.evolution();
  private final Rig rig =
      new Rig()
          .source("pipeline", new Pool(Database.source("tulpar_pipeline"), 2))
          .with(ChannelPayloads.class, payloads)
          .with(InboundQueue.class, lane -> {})
          .with(TurnQueue.class, lane -> {});

  Resolver(Pipeline pipeline) {
    this.pipeline = pipeline;
    this.lane = Lane.of(new OrganizationId(pipeline.organization));
  }

  /** Keeps a webhook in the ledger. */
  void ingest(String body) throws Exception {
    var envelope = payloads.envelope(body.getBytes(StandardCharsets.UTF_8));
    pipeline.ingest((short) lane, envelope.externalId(), envelope.eventType(), body);
  }

  /** Works off what waits and is due. */
  void drain() throws SQLException {
    while (count("status = 'WAITING' and due_at <= now()") > 0) {
      rig.get(Resolution.class).drain(lane);
    }
    var failures =
        pipeline.look(
            "select string_agg(reason, ' ') from inbound_event where organization_id = ? and status = 'FAILED'");
    if (failures != null) {
      throw new AssertionError(failures);
    }
  }

  void arrive(String... bodies) throws Exception {
    for (var body : bodies) {
      ingest(body);
    }
    drain();
  }

  /** Works off what waits for a later moment as well. */
  void waitNoLonger() throws SQLException {
    pipeline.prepare(
        "update inbound_event set due_at = now() where organization_id = ? and status = 'WAITING'",
        pipeline.organization);
    drain();
  }

  /** Everything that was worked off waits again. */
  void putBack() throws SQLException {
    pipeline.prepare(
        "update inbound_event set status = 'WAITING', attempts = 0, due_at = now() where organization_id = ?",
        pipeline.organization);
  }

  private int count(String condition) throws SQLException {
    return Integer.parseInt(
        pipeline.look(
            "select count(*) from inbound_event where organization_id = ? and " + condition));
  }
}
