package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.WebhookRequest;
import org.tulpar.integrations.wire.ExternalId;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Utf8;
import org.tulpar.integrations.wire.WireJson;

/** Reads Evolution's webhooks; the same body always has the same external id. */
@ApplicationScoped
public class EvolutionPayloads implements ChannelPayloads {

  private static final int LONGEST_EVENT = 64;

  private final WireJson json;
  private final EventReader events;

  /** For the container's proxy. */
  protected EvolutionPayloads() {
    json = null;
    events = null;
  }

  @Inject
  public EvolutionPayloads(Clock clock) {
    this(
        clock,
        ConfigProvider.getConfig()
            .getOptionalValue("tulpar.webhook.max-bytes", Integer.class)
            .orElse(8 * 1024 * 1024));
  }

  EvolutionPayloads(Clock clock, int longestText) {
    this.json = new WireJson(longestText);
    this.events = new EventReader(clock, new MessageReader(clock, new ContentReader(json)));
  }

  @Override
  public ChannelType type() {
    return ChannelType.EVOLUTION;
  }

  @Override
  public Optional<Proof> proof(WebhookRequest request) {
    return request.bearer().map(Proof.Shown::new);
  }

  @Override
  public Envelope envelope(byte[] body) throws UnreadablePayload {
    var text = Utf8.strict(body);
    try (var parser = json.factory().createParser(text)) {
      var scan = EnvelopeScan.of(parser);
      var event = scan.event() == null ? "" : PlainText.of(scan.event()).strip();
      if (event.isEmpty() || event.length() > LONGEST_EVENT) {
        throw new UnreadablePayload("no event");
      }
      return new Envelope(ExternalId.of(event, scan.naturalKey(), body), event);
    } catch (IOException e) {
      throw new UnreadablePayload("not JSON within the limits", e);
    }
  }

  @Override
  public List<ChannelEvent> read(String body) throws UnreadablePayload {
    try {
      var root = json.read(body);
      if (!root.isObject()) {
        throw new UnreadablePayload("not an object");
      }
      return events.read(root);
    } catch (JsonProcessingException e) {
      throw new UnreadablePayload("not JSON within the limits", e);
    }
  }
}
