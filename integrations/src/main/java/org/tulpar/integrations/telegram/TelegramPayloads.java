package org.tulpar.integrations.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.WebhookRequest;
import org.tulpar.integrations.wire.ExternalId;
import org.tulpar.integrations.wire.ProviderTime;
import org.tulpar.integrations.wire.Utf8;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** Reads Telegram's updates; each counts once by its {@code update_id}. */
@ApplicationScoped
public class TelegramPayloads implements ChannelPayloads {

  private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
  private static final int LONGEST_TEXT = 1024 * 1024;

  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final UpdateReader updates;

  /** For the container's proxy. */
  protected TelegramPayloads() {
    updates = null;
  }

  @Inject
  public TelegramPayloads(Clock clock) {
    updates = new UpdateReader(new MessageReader(new ProviderTime(clock)), clock);
  }

  @Override
  public ChannelType type() {
    return ChannelType.TELEGRAM;
  }

  @Override
  public Optional<Proof> proof(WebhookRequest request) {
    return request.header(SECRET_HEADER).map(Proof.Shown::new);
  }

  @Override
  public Envelope envelope(byte[] body) throws UnreadablePayload {
    var update = parsed(Utf8.strict(body));
    var id = update.integer("update_id").orElseThrow(() -> new UnreadablePayload("no update_id"));
    var kind = UpdateReader.kind(update);
    return new Envelope(ExternalId.of("update", id.toString(), body), kind);
  }

  @Override
  public List<ChannelEvent> read(String body) throws UnreadablePayload {
    return List.of(updates.read(parsed(body)));
  }

  private Wire parsed(String body) throws UnreadablePayload {
    try {
      var root = json.read(body);
      if (!root.isObject()) {
        throw new UnreadablePayload("not an object");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new UnreadablePayload("not JSON within the limits", e);
    }
  }
}
