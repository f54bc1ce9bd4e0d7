package org.tulpar.integrations.telegram;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.LineCall;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** A bot of Telegram's: its token is all that is needed, and it takes our address from us. */
@ApplicationScoped
public class TelegramLine implements KeyedLine {

  private static final int LONGEST_TEXT = 64 * 1024;

  private static final List<String> UPDATES =
      List.of("message", "edited_message", "callback_query", "message_reaction", "my_chat_member");

  private final LineCall calls;

  /** For the container's proxy. */
  protected TelegramLine() {
    calls = null;
  }

  @Inject
  public TelegramLine(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  TelegramLine(OutboundClient http, GatewaySettings settings) {
    calls =
        new LineCall(
            http,
            settings,
            new WireJson(LONGEST_TEXT),
            // a token that was taken back, and one that never was
            answer -> answer.status() == 401 || answer.status() == 404 ? "key" : "refused");
  }

  @Override
  public ChannelType type() {
    return ChannelType.TELEGRAM;
  }

  @Override
  public boolean tellsSecret() {
    return false;
  }

  @Override
  public Account account(URI api, Key key) throws GatewayTrouble {
    var bot = call(api, key.token(), "getMe", null);
    var id = bot.integer("id").orElseThrow(() -> unreadable("a bot without its number"));
    var name = bot.firstText("username");
    return new Account(id.toString(), name == null ? "Telegram" : "@" + name);
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    call(channel, "getMe", null);
    return ConnectionState.OPEN;
  }

  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    var url = call(channel, "getWebhookInfo", null).firstText("url");
    return url == null ? null : new Registration(url, null);
  }

  @Override
  public void register(ChannelAccess channel, Registration registration) throws GatewayTrouble {
    call(
        channel,
        "setWebhook",
        Map.of(
            "url", registration.url(),
            "secret_token", registration.secret(),
            "allowed_updates", UPDATES));
  }

  @Override
  public void logout(ChannelAccess channel) throws GatewayTrouble {
    call(channel, "deleteWebhook", Map.of("drop_pending_updates", false));
  }

  private Wire call(ChannelAccess channel, String method, Object body) throws GatewayTrouble {
    return call(channel.apiUrl(), channel.apiKey(), method, body);
  }

  private Wire call(URI api, String token, String method, Object body) throws GatewayTrouble {
    try {
      var address = TelegramApi.address(api, token, method);
      return calls.call(body == null ? "GET" : "POST", address, Map.of(), body).at("result");
    } catch (URISyntaxException e) {
      throw new GatewayTrouble("key", "no token of Telegram's");
    }
  }

  private static GatewayTrouble unreadable(String detail) {
    return new GatewayTrouble("unreadable", detail);
  }
}
