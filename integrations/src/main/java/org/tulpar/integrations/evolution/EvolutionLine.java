package org.tulpar.integrations.evolution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.PairedLine;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** Sets up, pairs and looks after an instance of Evolution API. */
@ApplicationScoped
public class EvolutionLine implements PairedLine {

  private static final int LONGEST_TEXT = 4 * 1024 * 1024;
  private static final int PAGE_SIZE = 100;
  private static final int MOST_PAGES = 50;

  private final LineApi api;
  private final WireJson json;

  /** For the container's proxy. */
  protected EvolutionLine() {
    api = null;
    json = null;
  }

  @Inject
  public EvolutionLine(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  EvolutionLine(OutboundClient http, GatewaySettings settings) {
    json = new WireJson(LONGEST_TEXT);
    api = new LineApi(http, settings, json);
  }

  @Override
  public ChannelType type() {
    return ChannelType.EVOLUTION;
  }

  @Override
  public Created create(URI gateway, String masterKey, String instance, Registration registration)
      throws GatewayTrouble {
    var body =
        Map.of(
            "instanceName",
            instance,
            "integration",
            "WHATSAPP-BAILEYS",
            "qrcode",
            true,
            "webhook",
            webhook(registration));
    var answer = api.call(gateway, masterKey, "POST", body, "instance", "create");
    var key = answer.firstText("hash");
    if (key == null) {
      throw new GatewayTrouble("unreadable", "an instance without its key");
    }
    return new Created(key, link(answer.at("qrcode")));
  }

  @Override
  public Link connect(ChannelAccess channel) throws GatewayTrouble {
    var answer = api.call(channel, "GET", "instance", "connect", null);
    return "open".equals(answer.at("instance").firstText("state"))
        ? new Link(ConnectionState.OPEN, null, null)
        : link(answer);
  }

  private static Link link(Wire code) {
    return new Link(
        ConnectionState.CONNECTING, code.firstText("base64"), code.firstText("pairingCode"));
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    var answer = api.call(channel, "GET", "instance", "connectionState", null);
    var state = answer.at("instance").firstText("state");
    return switch (state == null ? "" : state) {
      case "open" -> ConnectionState.OPEN;
      case "connecting" -> ConnectionState.CONNECTING;
      default -> ConnectionState.CLOSED;
    };
  }

  @Override
  public void logout(ChannelAccess channel) throws GatewayTrouble {
    if (state(channel) != ConnectionState.CLOSED) {
      api.call(channel, "DELETE", "instance", "logout", null);
    }
  }

  @Override
  public void remove(ChannelAccess channel) throws GatewayTrouble {
    api.call(channel, "DELETE", "instance", "delete", null);
  }

  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    var row = api.call(channel, "GET", "webhook", "find", null);
    var url = row.firstText("url");
    return url == null || !row.flag("enabled")
        ? null
        : new Registration(url, row.at("headers").firstText("Authorization"));
  }

  @Override
  public void register(ChannelAccess channel, Registration registration) throws GatewayTrouble {
    api.call(channel, "POST", "webhook", "set", Map.of("webhook", webhook(registration)));
  }

  /** All events: what is not understood is kept in the ledger as ignored. */
  private static Map<String, Object> webhook(Registration registration) {
    return Map.of(
        "enabled",
        true,
        "url",
        registration.url(),
        "byEvents",
        false,
        "base64",
        false,
        "headers",
        Map.of("Authorization", registration.authorization()),
        "events",
        List.of());
  }

  @Override
  public List<byte[]> history(ChannelAccess channel, Instant since) throws GatewayTrouble {
    var found = new ArrayList<byte[]>();
    for (int page = 1; page <= MOST_PAGES; page++) {
      var body = Map.of("where", Map.of(), "page", page, "offset", PAGE_SIZE);
      var listing = api.call(channel, "POST", "chat", "findMessages", body).at("messages");
      var young =
          listing.at("records").elements().stream()
              .filter(record -> time(record) >= since.getEpochSecond())
              .toList();
      young.forEach(record -> found.add(webhookOf(channel, record)));
      var last = listing.integer("pages").orElse(1L) <= page;
      if (last || young.isEmpty()) {
        Collections.reverse(found);
        return found;
      }
    }
    throw new GatewayTrouble("unreadable", "more history than can be looked through");
  }

  private static long time(Wire record) {
    return record.integer("messageTimestamp").orElse(0L);
  }

  /** As the gateway would have posted it, so that it has the same name in the ledger. */
  private byte[] webhookOf(ChannelAccess channel, Wire record) {
    var body =
        Map.of("event", "messages.upsert", "instance", channel.instance(), "data", record.node());
    return json.write(body).getBytes(StandardCharsets.UTF_8);
  }
}
