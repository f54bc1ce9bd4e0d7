package org.tulpar.integrations.evolution;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.Exchange;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.WireJson;
import org.tulpar.media.MediaSource;

/**
 * Fetches a file where it is nearest: inside of the webhook, at the address that is offered, or
 * from Evolution, which decrypts it. WhatsApp's own addresses hold only what its phones decrypt.
 */
@ApplicationScoped
public class EvolutionMedia implements MediaSource {

  private static final String ENCRYPTED = ".whatsapp.net";

  /** Beside the file: its name, its type, braces. */
  private static final int AROUND = 64 * 1024;

  private final EvolutionApi api;

  /** For the container's proxy. */
  protected EvolutionMedia() {
    api = null;
  }

  @Inject
  public EvolutionMedia(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  EvolutionMedia(OutboundClient http, GatewaySettings settings) {
    api = new EvolutionApi(http, settings, new WireJson(AROUND));
  }

  @Override
  public ChannelType type() {
    return ChannelType.EVOLUTION;
  }

  @Override
  public Fetched fetch(ChannelAccess channel, Wanted wanted) {
    var carried = carried(wanted);
    if (carried != null) {
      return carried;
    }
    var offered = offered(wanted.url());
    if (offered != null && download(offered, wanted) instanceof Fetched.Found found) {
      return found;
    }
    var longest = base64Length(wanted.mostBytes()) + AROUND;
    return switch (api.file(channel, wanted.externalId(), longest)) {
      case Exchange.Answered answer when answer.successful() -> read(answer, wanted);
      case Exchange.Answered answer ->
          new Fetched.Missing("gateway_refused", answer.status() + "", answer.status() == 404);
      case Exchange.NotSent e -> new Fetched.Missing(e.code(), e.cause().getMessage(), false);
      case Exchange.Unclear e ->
          new Fetched.Missing(
              tooLarge(e.code()), e.cause().getMessage(), e.code().equals("answer_too_long"));
    };
  }

  /** The file inside of the webhook, or null when there is none. */
  private static Fetched carried(Wanted wanted) {
    if (wanted.raw() == null || !wanted.raw().contains("\"base64\"")) {
      return null;
    }
    try {
      var text =
          new WireJson(wanted.raw().length() + 1)
              .read(wanted.raw())
              .at("data")
              .at("message")
              .at("base64")
              .node();
      return text.isTextual() && !text.asText().isEmpty() ? decoded(text.asText(), wanted) : null;
    } catch (JsonProcessingException e) {
      return new Fetched.Missing("unreadable", e.getOriginalMessage(), true);
    }
  }

  private static Fetched decoded(String base64, Wanted wanted) {
    try {
      var bytes = Base64.getDecoder().decode(base64);
      return bytes.length > wanted.mostBytes()
          ? new Fetched.Missing("too_large", bytes.length + " bytes", true)
          : new Fetched.Found(bytes, null);
    } catch (IllegalArgumentException e) {
      return new Fetched.Missing("unreadable", e.getMessage(), true);
    }
  }

  private static URI offered(String url) {
    try {
      var address = url == null ? null : new URI(url);
      return address == null
              || address.getHost() == null
              || address.getRawUserInfo() != null
              || address.getHost().endsWith(ENCRYPTED)
          ? null
          : address;
    } catch (URISyntaxException e) {
      return null; // no address: Evolution itself is asked
    }
  }

  private Fetched download(URI address, Wanted wanted) {
    return switch (api.download(address, wanted.mostBytes())) {
      case Exchange.Answered answer when answer.successful() && answer.body().length > 0 ->
          new Fetched.Found(answer.body(), null);
      case Exchange.Answered answer ->
          new Fetched.Missing("gateway_refused", answer.status() + "", false);
      case Exchange.NotSent e -> new Fetched.Missing(e.code(), e.cause().getMessage(), false);
      case Exchange.Unclear e -> new Fetched.Missing(e.code(), e.cause().getMessage(), false);
    };
  }

  private static Fetched read(Exchange.Answered answer, Wanted wanted) {
    try {
      var file = Base64Answer.of(answer.body(), base64Length(wanted.mostBytes()));
      if (file.bytes() == null || file.bytes().length == 0) {
        return new Fetched.Missing("unreadable", "no file in the answer", false);
      }
      return file.bytes().length > wanted.mostBytes()
          ? new Fetched.Missing("too_large", file.bytes().length + " bytes", true)
          : new Fetched.Found(file.bytes(), file.name());
    } catch (IOException e) {
      return new Fetched.Missing("unreadable", "not JSON within the limits", false);
    }
  }

  private static String tooLarge(String code) {
    return code.equals("answer_too_long") ? "too_large" : code;
  }

  private static int base64Length(int bytes) {
    return Math.toIntExact((bytes + 2L) / 3 * 4);
  }
}
