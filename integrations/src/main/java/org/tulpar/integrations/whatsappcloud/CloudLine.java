package org.tulpar.integrations.whatsappcloud;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.core5.net.URIBuilder;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.ConnectionState;
import org.tulpar.channel.line.GatewayTrouble;
import org.tulpar.channel.line.KeyedLine;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.AnswerBody;
import org.tulpar.integrations.wire.LineCall;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;

/** A number of the Cloud API. Our address is entered in the app's settings by a person. */
@ApplicationScoped
public class CloudLine implements KeyedLine {

  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int BAD_TOKEN = 190;
  private static final String IDS = "\\d{1,20}";
  private static final String MOST_NUMBERS = "100";

  private final LineCall calls;

  /** For the container's proxy. */
  protected CloudLine() {
    calls = null;
  }

  @Inject
  public CloudLine(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  CloudLine(OutboundClient http, GatewaySettings settings) {
    var json = new WireJson(LONGEST_TEXT);
    calls = new LineCall(http, settings, json, answer -> code(answer, json));
  }

  private static String code(Exchange.Answered answer, WireJson json) {
    var error = AnswerBody.of(answer, json).fields().at("error");
    if (error.integer("code").orElse(0L) == BAD_TOKEN || answer.status() == 401) {
      return "key";
    }
    var words = error.firstText("message");
    if (words != null && words.contains("appsecret_proof")) {
      return "app_secret";
    }
    return answer.status() == 400 || answer.status() == 403 || answer.status() == 404
        ? "number"
        : "refused";
  }

  @Override
  public ChannelType type() {
    return ChannelType.WHATSAPP_CLOUD;
  }

  @Override
  public boolean takesAddress() {
    return false;
  }

  @Override
  public boolean tellsSecret() {
    return false;
  }

  /** The proof tells whether the secret is of the app that the token was made for. */
  @Override
  public Account account(URI api, Key key) throws GatewayTrouble {
    require(!key.token().isEmpty(), "key");
    require(key.number().matches(IDS), "number");
    require(!key.signing().isEmpty(), "app_secret");
    var fields =
        Map.of(
            "fields",
            "display_phone_number,verified_name",
            "appsecret_proof",
            proof(key.token(), key.signing()));
    var number = get(api, key.token(), fields, key.number());
    if (!key.business().isEmpty()) {
      ownedBy(api, key);
    }
    var name = number.firstText("verified_name");
    var shown = number.firstText("display_phone_number");
    return new Account(key.number(), (name == null ? "WhatsApp" : name) + " " + shown);
  }

  private void ownedBy(URI api, Key key) throws GatewayTrouble {
    require(key.business().matches(IDS), "business");
    try {
      var fields = Map.of("fields", "id", "limit", MOST_NUMBERS);
      var numbers = get(api, key.token(), fields, key.business(), "phone_numbers");
      require(
          numbers.at("data").elements().stream()
              .anyMatch(one -> key.number().equals(one.firstText("id"))),
          "business");
    } catch (GatewayTrouble e) {
      throw e.code().equals("number") ? new GatewayTrouble("business", e.getMessage()) : e;
    }
  }

  /** Without this Meta posts nothing of the account to the app, whatever address it has. */
  @Override
  public void open(ChannelAccess channel, Key key, Registration registration)
      throws GatewayTrouble {
    require(key.business().matches(IDS), "business");
    calls.call(
        "POST",
        address(channel.apiUrl(), Map.of(), key.business(), "subscribed_apps"),
        Map.of("Authorization", "Bearer " + key.token()),
        Map.of());
  }

  @Override
  public ConnectionState state(ChannelAccess channel) throws GatewayTrouble {
    get(channel.apiUrl(), channel.apiKey(), Map.of("fields", "id"), channel.instance());
    return ConnectionState.OPEN;
  }

  /** The address of the number itself stands before that of the business and of the app. */
  @Override
  public Registration registration(ChannelAccess channel) throws GatewayTrouble {
    var fields = Map.of("fields", "webhook_configuration");
    var addresses =
        get(channel.apiUrl(), channel.apiKey(), fields, channel.instance())
            .at("webhook_configuration");
    var url = addresses.firstText("phone_number", "whatsapp_business_account", "application");
    return url == null ? null : new Registration(url, null);
  }

  @Override
  public void register(ChannelAccess channel, Registration registration) throws GatewayTrouble {
    throw new GatewayTrouble("unregistered", "a person enters the address at Meta");
  }

  /** The app may have other numbers of this business: it stays subscribed. */
  @Override
  public void logout(ChannelAccess channel) {
    // nothing to be taken back: without the key nothing is sent
  }

  private Wire get(URI api, String token, Map<String, String> parameters, String... path)
      throws GatewayTrouble {
    var headers = Map.of("Authorization", "Bearer " + token);
    return calls.call("GET", address(api, parameters, path), headers, null);
  }

  private static URI address(URI api, Map<String, String> parameters, String... path)
      throws GatewayTrouble {
    try {
      var address = new URIBuilder(ApiAddress.under(api, path));
      parameters.forEach(address::addParameter);
      return address.build();
    } catch (URISyntaxException e) {
      throw new GatewayTrouble("unreachable", "no web address");
    }
  }

  private static String proof(String token, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void require(boolean condition, String code) throws GatewayTrouble {
    if (!condition) {
      throw new GatewayTrouble(code, "as it was typed");
    }
  }
}
