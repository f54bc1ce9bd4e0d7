package org.tulpar.integrations.chat2desk;

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
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.Utf8;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/**
 * Reads Chat2Desk's webhooks. It posts to an address and sets no header of ours, so the secret
 * stands in the address: {@code …/{channelKey}?secret=…}.
 */
@ApplicationScoped
public class Chat2DeskPayloads implements ChannelPayloads {

  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int LONGEST_HOOK = 64;

  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final HookReader hooks;

  /** For the container's proxy. */
  protected Chat2DeskPayloads() {
    hooks = null;
  }

  @Inject
  public Chat2DeskPayloads(Clock clock) {
    hooks = new HookReader(clock);
  }

  @Override
  public ChannelType type() {
    return ChannelType.CHAT2DESK;
  }

  @Override
  public Optional<Proof> proof(WebhookRequest request) {
    return request.bearer().or(() -> request.query("secret")).map(Proof.Shown::new);
  }

  @Override
  public Envelope envelope(byte[] body) throws UnreadablePayload {
    var root = parsed(Utf8.strict(body));
    var hook = PlainText.shortened(HookReader.kind(root), LONGEST_HOOK);
    var id = root.integer("message_id").map(String::valueOf).orElse(null);
    return new Envelope(ExternalId.of(hook, id, body), hook);
  }

  @Override
  public List<ChannelEvent> read(String body) throws UnreadablePayload {
    return List.of(hooks.read(parsed(body)));
  }

  @Override
  public boolean tellsOfOtherLines() {
    return true;
  }

  /** A hook belongs to the token, and a token to the company: it gets what comes to every line. */
  @Override
  public List<ChannelEvent> read(String body, String line) throws UnreadablePayload {
    var root = parsed(body);
    var told = root.integer("channel_id").map(String::valueOf).orElse(line);
    return told.equals(line)
        ? List.of(hooks.read(root))
        : List.of(new ChannelEvent.Ignored("of another line"));
  }

  private Wire parsed(String body) throws UnreadablePayload {
    try {
      var root = json.read(body);
      if (!root.isObject() || HookReader.kind(root) == null) {
        throw new UnreadablePayload("no hook_type");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new UnreadablePayload("not JSON within the limits", e);
    }
  }
}
