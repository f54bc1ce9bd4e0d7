package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"instance\":\"wa-1\"}",
        "{\"instance\":\"wa-1\",\"number\":\"77015550101\"}",
        "{\"instance\":\"wa-1\",\"number\":\"abc\",\"text\":\"x\"}",
        "{\"instance\":\"wa-1\",\"number\":\"77015550101\",\"text\":7}",
        "{\"instance\":\"wa-1\",\"number\":\"77015550101\",\"kind\":\"dance\"}",
        "{\"instance\":\"nobody\",\"number\":\"77015550101\",\"text\":\"x\"}",
        "{{"
      })
  void refusesACustomerItDoesNotUnderstand(String body) throws IOException, InterruptedException {
    var answer = outside.post("/control/customer", body);
    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body().path("error").asText()).isNotEmpty();
  }

  @Test
  void knowsInstancesByTheirTitles() throws IOException, InterruptedException {
    outside.post(
        "/control/instances",
        "{\"instance\":\"wa-1\",\"title\":\"Стоматология\",\"crmUrl\":\"http://127.0.0.1:1/\"}");
    var row = outside.get("/control/instances").body().get(0);
    assertThat(row.path("title").asText()).isEqualTo("Стоматология");
    assertThat(row.path("state").asText()).isEqualTo("open");
  }

  @Test
  void keepsWhatSomebodyElsePassesOn() throws IOException, InterruptedException {
    var told =
        """
        {"instance": "wa-1", "body": {"event": "messages.upsert", "instance": "wa-1", "data": {
          "key": {"remoteJid": "77015550199@s.whatsapp.net", "fromMe": false, "id": "3A01"},
          "message": {"conversation": "Good morning"}, "messageType": "conversation",
          "messageTimestamp": 1763800000}}}
        """;
    assertThat(outside.post("/control/written", told).status()).isEqualTo(200);
    var question =
        """
        {"where": {"key": {"remoteJid": "77015550199@s.whatsapp.net"}}, "page": 1, "offset": 1}""";
    var kept = outside.post("/chat/findMessages/wa-1", question).body().at("/messages/records");
    assertThat(kept).hasSize(1);
    assertThat(kept.at("/0/key/id").asText()).isEqualTo("3A01");
    assertThat(kept.at("/0/message/conversation").asText()).isEqualTo("Good morning");
    assertThat(outside.application.quietFor(200)).as("it is not passed on once more").isTrue();
    assertThat(outside.post("/control/written", "{\"instance\": \"wa-1\"}").status())
        .isEqualTo(400);
  }

  @Test
  void letsNoForeignPageCallIt() throws IOException, InterruptedException {
    var body = HttpRequest.BodyPublishers.ofString("{}");
    var request = outside.request("/control/faults").header("Origin", "http://evil.example");
    assertThat(outside.send(request.POST(body)).status()).isEqualTo(403);
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    for (var network :
        java.util.Collections.list(java.net.NetworkInterface.getNetworkInterfaces())) {
      for (var address : java.util.Collections.list(network.getInetAddresses())) {
        if (!address.isLoopbackAddress() && !address.isLinkLocalAddress()) {
          try (var socket = new java.net.Socket()) {
            var target = new java.net.InetSocketAddress(address, outside.port());
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> socket.connect(target, 2000))
                .isInstanceOf(IOException.class);
          }
        }
      }
    }
  }
}
