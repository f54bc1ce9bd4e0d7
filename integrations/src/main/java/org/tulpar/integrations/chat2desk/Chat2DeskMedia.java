package org.tulpar.integrations.chat2desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.http.OutboundHttp;
import org.tulpar.integrations.wire.FileDownload;
import org.tulpar.integrations.wire.WireJson;
import org.tulpar.media.MediaSource;

/** Fetches a file from the address that the hook told; it needs no token. */
@ApplicationScoped
public class Chat2DeskMedia implements MediaSource {

  private static final int LONGEST_TEXT = 1024 * 1024;

  private final FileDownload files;

  /** For the container's proxy. */
  protected Chat2DeskMedia() {
    files = null;
  }

  @Inject
  public Chat2DeskMedia(OutboundHttp http) {
    this(http.guarded(), GatewaySettings.from(ConfigProvider.getConfig()));
  }

  Chat2DeskMedia(OutboundClient http, GatewaySettings settings) {
    files = new FileDownload(http, settings, new WireJson(LONGEST_TEXT));
  }

  @Override
  public ChannelType type() {
    return ChannelType.CHAT2DESK;
  }

  @Override
  public Fetched fetch(ChannelAccess channel, Wanted wanted) {
    try {
      var address = wanted.url() == null ? null : new URI(wanted.url());
      return address == null || address.getHost() == null || address.getRawUserInfo() != null
          ? new Fetched.Missing("bad_address", "the hook offered no file", true)
          : files.file(address, Map.of(), wanted.mostBytes());
    } catch (URISyntaxException e) {
      return new Fetched.Missing("bad_address", e.getReason(), true);
    }
  }
}
