package org.tulpar.integrations.chat2desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.net.URIBuilder;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.LineCall;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/**
 * A line of Chat2Desk's. Its token opens the whole company, so the number says which of its lines
 * is meant, and our hook is known by the channel's id in its name.
 */
@ApplicationScoped
public class Chat2DeskLine implements KeyedLine {

  private static final int LONGEST_TEXT = 256 * 1024;
  private static final String SECRET = "secret";

  private final LineCall calls;

  /** For the container's proxy. */
  protected Chat2DeskLine() {
    calls = null;
  }

  @Inject
  public Chat2DeskLine(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  Chat2DeskLine(OutboundClient http, GatewaySettings settings) {
    calls =
        new LineCall(
            http,
            settings,
            new WireJson(LONGEST_TEXT),
            answer -> answer.status() == 401 || answer.status() == 403 ? "key" : "refused");
  }

  @Override
  public ChannelType type() {
    return ChannelType.CHAT2DESK;
  }

  @Override
  public Account account(URI api, Key key) throws GatewayTrouble {
    if (key.token().isEmpty()) {
      throw new GatewayTrouble("key", "none was typed");
    }
    var lines = lines(api, key.token());
    if (key.number().isEmpty() && lines.size() > 1) {
      throw new GatewayTrouble("which", lines.size() + " lines");
    }
    var line =
        lines.stream()
            .filter(one -> key.number().isEmpty() || key.number().equals(one.firstText("id")))
            .findFirst()
            .orElseThrow(() -> new GatewayTrouble("number", "no such line"));
    var name = line.firstText("name", "phone");
    return new Account(line.firstText("id"), name == null ? "Chat2Desk" : name);
  }

  private List<Wire> lines(URI api, String token) throws GatewayTrouble {
    return call(api, token, "GET", null, "channels").at("data").elements().stream()
        .filter(line -> line.firstText("id") != null)
        .toList();
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    var there =
        lines(channel.apiUrl(), channel.apiKey()).stream()
            .anyMatch(line -> channel.instance().equals(line.firstText("id")));
    return there ? ConnectionState.OPEN : ConnectionState.CLOSED;
  }

  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    var hook = hook(channel);
    var url = hook.map(one -> one.firstText("url")).orElse(null);
    return url == null ? null : read(url);
  }

  /** Its secret stands in the address. */
  private static Registration read(String url) {
    try {
      var address = new URIBuilder(url);
      var secret = address.getFirstQueryParam(SECRET);
      return new Registration(
          address.removeQuery().build().toString(),
          secret == null ? null : "Bearer " + secret.getValue());
    } catch (URISyntaxException notOurs) {
      return null;
    }
  }

  @Override
  public void register(ChannelAccess channel, Registration registration) throws GatewayTrouble {
    var body =
        Map.of(
            "url",
            registration.url() + "?" + SECRET + "=" + registration.secret(),
            "name",
            name(channel),
            "events",
            List.of("inbox", "outbox"),
            "status",
            "enable");
    var hook = hook(channel);
    if (hook.isPresent()) {
      call(channel, "PUT", body, "webhooks", hook.get().firstText("id"));
    } else {
      call(channel, "POST", body, "webhooks");
    }
  }

  @Override
  public void logout(ChannelAccess channel) throws GatewayTrouble {
    var hook = hook(channel);
    if (hook.isPresent()) {
      call(channel, "DELETE", null, "webhooks", hook.get().firstText("id"));
    }
  }

  private Optional<Wire> hook(ChannelAccess channel) throws GatewayTrouble {
    return call(channel, "GET", null, "webhooks").at("data").elements().stream()
        .filter(hook -> name(channel).equals(hook.firstText("name")))
        .findFirst();
  }

  private static String name(ChannelAccess channel) {
    return "Tulpar " + channel.id();
  }

  private Wire call(ChannelAccess channel, String method, Object body, String... path)
      throws GatewayTrouble {
    return call(channel.apiUrl(), channel.apiKey(), method, body, path);
  }

  private Wire call(URI api, String token, String method, Object body, String... path)
      throws GatewayTrouble {
    try {
      var address = ApiAddress.under(ApiAddress.under(api, "v1"), path);
      return calls.call(method, address, Map.of("Authorization", token), body);
    } catch (URISyntaxException e) {
      throw new GatewayTrouble("unreachable", "no web address");
    }
  }
}
