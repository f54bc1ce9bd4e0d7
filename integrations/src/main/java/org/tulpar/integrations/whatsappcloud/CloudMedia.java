package org.tulpar.integrations.whatsappcloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.ApiAddress;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.FileDownload;
import org.tulpar.integrations.wire.WebAddress;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;
import org.tulpar.media.MediaSource;

/** Fetches a file of Meta's: its id stands in the message, its short-lived address is asked for. */
@ApplicationScoped
public class CloudMedia implements MediaSource {

  private static final int LONGEST_TEXT = 1024 * 1024;

  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final FileDownload files;

  /** For the container's proxy. */
  protected CloudMedia() {
    files = null;
  }

  @Inject
  public CloudMedia(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  CloudMedia(OutboundClient http, GatewaySettings settings) {
    files = new FileDownload(http, settings, json);
  }

  @Override
  public ChannelType type() {
    return ChannelType.WHATSAPP_CLOUD;
  }

  @Override
  public Fetched fetch(ChannelAccess channel, Wanted wanted) {
    try {
      var file = wanted.raw() == null ? null : fileId(json.read(wanted.raw()), wanted.externalId());
      if (file == null || !file.matches("\\d{1,40}")) {
        return new Fetched.Missing("unreadable", "the message names no file", true);
      }
      var token = Map.of("Authorization", "Bearer " + channel.apiKey());
      return files.told(
          ApiAddress.under(channel.apiUrl(), file),
          token,
          answer -> download(answer, token, wanted));
    } catch (JsonProcessingException e) {
      return new Fetched.Missing("unreadable", e.getOriginalMessage(), true);
    } catch (URISyntaxException e) {
      return new Fetched.Missing("bad_address", e.getReason(), true);
    }
  }

  private static String fileId(Wire root, String messageId) {
    return BatchReader.changes(root).stream()
        .flatMap(change -> BatchReader.items(change).stream())
        .filter(item -> messageId.equals(item.firstText("id")) && item.firstText("type") != null)
        .map(message -> message.at(message.firstText("type")).firstText("id"))
        .filter(id -> id != null)
        .findFirst()
        .orElse(null);
  }

  private Fetched download(Wire answer, Map<String, String> token, Wanted wanted) {
    var url = WebAddress.orNull(answer.firstText("url"));
    try {
      return url == null
          ? new Fetched.Missing("unreadable", "no address of a file", false)
          : files.file(new URI(url), token, wanted.mostBytes());
    } catch (URISyntaxException e) {
      return new Fetched.Missing("bad_address", e.getReason(), false);
    }
  }
}
