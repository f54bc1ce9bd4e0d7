package org.tulpar.integrations.push;

import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.conversation.push.PushAddress;
import org.tulpar.conversation.push.PushGateway;
import org.tulpar.conversation.push.PushResult;
import org.tulpar.conversation.push.PushWords;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.RetryAfter;
import org.tulpar.integrations.wire.WireJson;

/** Speaks to the push service of whatever browser it is. */
@ApplicationScoped
public class WebPushGateway implements PushGateway {

  private static final System.Logger LOG = System.getLogger(WebPushGateway.class.getName());

  /** A notice that could not be shown for so long tells nobody anything. */
  private static final Duration KEPT = Duration.ofHours(4);

  private static final int SECRET_BYTES = 16;
  private static final int LONGEST_TEXT = 4096;

  private final OutboundClient http;
  private final PushSettings settings;

  /** Null: closed browsers are told nothing. */
  private final PushKeys keys;

  private final RetryAfter retryAfter;
  private final WireJson json = new WireJson(LONGEST_TEXT);

  /** For the container's proxy. */
  protected WebPushGateway() {
    http = null;
    settings = null;
    keys = null;
    retryAfter = null;
  }

  @Inject
  public WebPushGateway(OutboundHttp http, Clock clock) {
    this(http, PushSettings.from(ConfigProvider.getConfig()), clock);
  }

  private WebPushGateway(OutboundHttp http, PushSettings settings, Clock clock) {
    this(settings.allowPrivate() ? http.trusted() : http.strict(), settings, clock);
  }

  WebPushGateway(OutboundClient http, PushSettings settings, Clock clock) {
    this.http = http;
    this.settings = settings;
    this.keys = settings.keys() == null ? null : keys(settings, clock);
    this.retryAfter = new RetryAfter(clock);
  }

  /** A slip of the operator's pen takes the notices, and no page. */
  private static PushKeys keys(PushSettings settings, Clock clock) {
    try {
      return PushKeys.of(settings.keys(), settings.contact(), clock);
    } catch (IllegalArgumentException e) {
      LOG.log(Level.ERROR, "closed browsers are told nothing: {0}", e.getMessage());
      return null;
    }
  }

  @Override
  public Optional<String> publicKey() {
    return Optional.ofNullable(keys).map(PushKeys::publicKey);
  }

  @Override
  public boolean takes(PushAddress address) {
    return endpoint(address).isPresent() && browser(address).isPresent();
  }

  @Override
  public PushResult send(PushAddress address, PushWords words) {
    var endpoint = endpoint(address);
    var browser = browser(address);
    if (keys == null || endpoint.isEmpty() || browser.isEmpty()) {
      return new PushResult.Rejected("no_address");
    }
    var letter = MessageEncryptions.of().encrypt(browser.get(), PushMessage.ofUTF8(text(words)));
    var request = new HttpPost(endpoint.get());
    request.setHeader("Authorization", keys.authorization(address.endpoint()));
    request.setHeader("Content-Encoding", letter.contentEncoding());
    request.setHeader("TTL", Long.toString(KEPT.toSeconds()));
    request.setHeader("Urgency", "high");
    request.setHeader("Topic", "c" + words.conversation());
    request.setEntity(new ByteArrayEntity(letter.toBytes(), ContentType.APPLICATION_OCTET_STREAM));
    return result(http.exchange(request, settings.timeout()));
  }

  private String text(PushWords words) {
    return json.write(
        Map.of(
            "person", words.person(),
            "conversation", words.conversation(),
            "occasion", words.occasion(),
            "title", words.title(),
            "body", words.body()));
  }

  private PushResult result(Exchange exchange) {
    return switch (exchange) {
      case Exchange.Answered answer when answer.successful() -> new PushResult.Taken();
      case Exchange.Answered answer ->
          switch (answer.status()) {
            case 404, 410 -> new PushResult.Gone();
            case 408, 425, 429, 500, 502, 503, 504 ->
                new PushResult.Later(
                    "http_" + answer.status(), retryAfter.read(answer.retryAfter()));
            default -> new PushResult.Rejected("http_" + answer.status());
          };
      case Exchange.NotSent trouble when trouble.code().equals("forbidden_address") ->
          new PushResult.Rejected(trouble.code());
      case Exchange.NotSent trouble -> new PushResult.Later(trouble.code(), null);
      case Exchange.Unclear trouble -> new PushResult.Later(trouble.code(), null);
    };
  }

  private Optional<URI> endpoint(PushAddress address) {
    return PushEndpoint.of(address.endpoint(), settings.allowPrivate());
  }

  /** Empty when the keys are none: too short, or no point on the curve. */
  private static Optional<UserAgentMessageEncryptionKeyInfo> browser(PushAddress address) {
    if (address.auth() == null || address.p256dh() == null) {
      return Optional.empty();
    }
    try {
      var base64 = Base64.getUrlDecoder();
      var secret = base64.decode(address.auth());
      return secret.length == SECRET_BYTES
          ? Optional.of(
              UserAgentMessageEncryptionKeyInfo.of(base64.decode(address.p256dh()), secret))
          : Optional.empty();
    } catch (IllegalArgumentException
        | InvalidECPublicKeyException
        | MalformedUncompressedBytesException e) {
      return Optional.empty();
    }
  }
}
