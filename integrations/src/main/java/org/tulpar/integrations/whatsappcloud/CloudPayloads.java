package org.tulpar.integrations.whatsappcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tulpar.channel.ChannelEvent;
import org.tulpar.channel.ChannelPayloads;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.Proof;
import org.tulpar.channel.UnreadablePayload;
import org.tulpar.channel.WebhookRequest;
import org.tulpar.integrations.wire.ExternalId;
import org.tulpar.integrations.wire.PlainText;
import org.tulpar.integrations.wire.ProviderTime;
import org.tulpar.integrations.wire.Utf8;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** Reads Meta's webhooks; a batch is one row of the ledger and as many events as it holds. */
@ApplicationScoped
public class CloudPayloads implements ChannelPayloads {

  private static final Pattern SIGNATURE = Pattern.compile("sha256=(\\p{XDigit}{64})");
  private static final Pattern CHALLENGE = Pattern.compile("[\\w.-]{1,200}");
  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final int LONGEST_KIND = 64;

  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final BatchReader batches;

  /** For the container's proxy. */
  protected CloudPayloads() {
    batches = null;
  }

  @Inject
  public CloudPayloads(Clock clock) {
    var time = new ProviderTime(clock);
    batches = new BatchReader(new MessageReader(time), new StatusReader(time));
  }

  @Override
  public ChannelType type() {
    return ChannelType.WHATSAPP_CLOUD;
  }

  @Override
  public Optional<Proof> proof(WebhookRequest request) {
    return request
        .header("X-Hub-Signature-256")
        .map(header -> SIGNATURE.matcher(header.strip()))
        .filter(signature -> signature.matches())
        .map(signature -> new Proof.Signed(HexFormat.of().parseHex(signature.group(1))));
  }

  @Override
  public Optional<Handshake> handshake(WebhookRequest request) {
    var subscribes = request.query("hub.mode").filter("subscribe"::equals).isPresent();
    var challenge =
        request.query("hub.challenge").filter(text -> CHALLENGE.matcher(text).matches());
    var token = request.query("hub.verify_token");
    return subscribes && challenge.isPresent()
        ? token.map(word -> new Handshake(new Proof.Shown(word), challenge.get()))
        : Optional.empty();
  }

  @Override
  public Envelope envelope(byte[] body) throws UnreadablePayload {
    var root = parsed(Utf8.strict(body));
    var changes = BatchReader.changes(root);
    var items = changes.stream().flatMap(change -> BatchReader.items(change).stream()).toList();
    var kind = changes.isEmpty() ? "nothing" : BatchReader.kind(changes.getFirst());
    var only = items.size() == 1 && changes.size() == 1 ? items.getFirst() : null;
    return new Envelope(
        ExternalId.of(PlainText.shortened(kind, LONGEST_KIND), naturalKey(only), body),
        PlainText.shortened(kind, LONGEST_KIND));
  }

  /** Of a single item its id; a status comes once for each of its steps. */
  private static String naturalKey(Wire item) {
    if (item == null || item.firstText("id") == null) {
      return null;
    }
    var status = item.firstText("status");
    return status == null ? item.firstText("id") : item.firstText("id") + "|" + status;
  }

  @Override
  public List<ChannelEvent> read(String body) throws UnreadablePayload {
    return batches.read(parsed(body), null);
  }

  @Override
  public boolean tellsOfOtherLines() {
    return true;
  }

  /** Meta posts to an app, which may serve several numbers. */
  @Override
  public List<ChannelEvent> read(String body, String line) throws UnreadablePayload {
    return batches.read(parsed(body), line);
  }

  private Wire parsed(String body) throws UnreadablePayload {
    try {
      var root = json.read(body);
      if (!root.isObject() || !root.at("entry").isArray()) {
        throw new UnreadablePayload("no entries");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new UnreadablePayload("not JSON within the limits", e);
    }
  }
}
