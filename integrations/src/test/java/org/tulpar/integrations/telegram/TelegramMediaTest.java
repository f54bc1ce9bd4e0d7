package org.tulpar.integrations.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tulpar.channel.ChannelAccess;
import org.tulpar.channel.ChannelType;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.http.OutboundClient;
import org.tulpar.integrations.wire.Sample;
import org.tulpar.media.MediaSource.Fetched;
import org.tulpar.media.MediaSource.Wanted;
import org.tulpar.tenant.OrganizationId;

class TelegramMediaTest {

  private LocalServer server;
  private OutboundClient http;
  private TelegramMedia media;

  @BeforeEach
  void open() throws IOException {
    server = new LocalServer();
    http = LocalServer.client();
    media = new TelegramMedia(http, new GatewaySettings(Duration.ofSeconds(2)));
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void theLargestPhotoIsAskedForAndFetched() {
    server.answering(
        exchange -> {
          var asks = exchange.getRequestURI().getPath().endsWith("/getFile");
          LocalServer.json(200, asks ? "{\"result\":{\"file_path\":\"photos/file_1.jpg\"}}" : "JPG")
              .give(exchange);
        });
    var found = (Fetched.Found) fetch(Sample.body("telegram-02-photo-reply").toString());
    assertThat(found.bytes()).asString().isEqualTo("JPG");
    assertThat(server.requests())
        .extracting(LocalServer.Request::path)
        .containsExactly("/bot7000000001:AA/getFile", "/file/bot7000000001:AA/photos/file_1.jpg");
  }

  @Test
  void aPathThatLeadsElsewhereIsNotFollowed() {
    server.answering(LocalServer.json(200, "{\"result\":{\"file_path\":\"../../secret\"}}"));
    assertThat(fetch(Sample.body("telegram-02-photo-reply").toString()))
        .isInstanceOf(Fetched.Missing.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anUpdateWithoutAFileHasNoneForGood() {
    for (var raw : new String[] {Sample.body("telegram-01-text").toString(), "{", null}) {
      assertThat(fetch(raw))
          .isInstanceOfSatisfying(
              Fetched.Missing.class, missing -> assertThat(missing.forGood()).isTrue());
    }
    assertThat(server.requests()).isEmpty();
  }

  private Fetched fetch(String raw) {
    var channel =
        new ChannelAccess(
            new OrganizationId(UUID.randomUUID()),
            UUID.randomUUID(),
            ChannelType.TELEGRAM,
            "7000000001",
            server.uri(),
            "7000000001:AA");
    return media.fetch(channel, new Wanted("5012345678:43", null, raw, 1000));
  }
}
