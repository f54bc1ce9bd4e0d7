package org.tulpar.integrations.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.FileDownload;
import org.tulpar.integrations.wire.Wire;
import org.tulpar.integrations.wire.WireJson;
import org.tulpar.media.MediaSource;

/** Fetches a file of Telegram's: its id stands in the update, its path is asked for. */
@ApplicationScoped
public class TelegramMedia implements MediaSource {

  private static final int LONGEST_TEXT = 1024 * 1024;
  private static final Pattern PATH = Pattern.compile("[\\w-]+(/[\\w.-]*[\\w-])*");

  private final WireJson json = new WireJson(LONGEST_TEXT);
  private final FileDownload files;

  /** For the container's proxy. */
  protected TelegramMedia() {
    files = null;
  }

  @Inject
  public TelegramMedia(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  TelegramMedia(OutboundClient http, GatewaySettings settings) {
    files = new FileDownload(http, settings, json);
  }

  @Override
  public ChannelType type() {
    return ChannelType.TELEGRAM;
  }

  @Override
  public Fetched fetch(ChannelAccess channel, Wanted wanted) {
    try {
      var file = wanted.raw() == null ? null : fileId(json.read(wanted.raw()));
      if (file == null) {
        return new Fetched.Missing("unreadable", "the update names no file", true);
      }
      var address = TelegramApi.address(channel, "getFile", "file_id", file);
      return files.told(address, Map.of(), answer -> download(channel, answer, wanted));
    } catch (JsonProcessingException e) {
      return new Fetched.Missing("unreadable", e.getOriginalMessage(), true);
    } catch (URISyntaxException e) {
      return new Fetched.Missing("bad_address", e.getReason(), true);
    }
  }

  private static String fileId(Wire update) {
    var message = update.at(UpdateReader.kind(update));
    var file = MediaReader.file(message);
    return file == null ? null : file.firstText("file_id");
  }

  private Fetched download(ChannelAccess channel, Wire answer, Wanted wanted) {
    var path = answer.at("result").firstText("file_path");
    if (path == null || !PATH.matcher(path).matches()) {
      return new Fetched.Missing("unreadable", "no path of a file", false);
    }
    try {
      URI address = TelegramApi.file(channel, path);
      return files.file(address, Map.of(), wanted.mostBytes());
    } catch (URISyntaxException e) {
      return new Fetched.Missing("bad_address", e.getReason(), true);
    }
  }
}
