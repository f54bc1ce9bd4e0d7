package org.tulpar.integrations.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundClientTest {

  private static final OutboundSettings STRICT =
      new OutboundSettings(false, Duration.ofSeconds(2), 1_000);

  @RegisterExtension final LocalServer server = new LocalServer();

  private static Exchange get(OutboundClient client, URI uri) {
    try (client) {
      return client.exchange(new HttpGet(uri), Duration.ofSeconds(1));
    }
  }

  private OutboundClient trusted() {
    return OutboundClient.trusted(STRICT, Clock.systemUTC(), LocalServer.CUTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0.0.0.0"})
  void an_organization_does_not_reach_the_operators_network(String host) {
    var uri = URI.create("http://" + host + ":" + server.uri().getPort() + "/");
    var exchange = get(OutboundClient.guarded(STRICT, Clock.systemUTC(), LocalServer.CUTS), uri);
    assertThat(exchange).isInstanceOf(Exchange.NotSent.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_forbidden_address_is_called_by_its_name() {
    var exchange =
        get(OutboundClient.guarded(STRICT, Clock.systemUTC(), LocalServer.CUTS), server.uri());
    assertThat(((Exchange.NotSent) exchange).code()).isEqualTo("forbidden_address");
  }

  @Test
  void the_operator_may_allow_it() {
    assertThat(get(server.http(), server.uri())).isInstanceOf(Exchange.Answered.class);
  }

  @Test
  void a_redirect_is_an_answer_and_is_not_followed() {
    server.answering(LocalServer.json(302, "", "Location", server.uri() + "/elsewhere"));
    assertThat(get(trusted(), server.uri()))
        .isInstanceOfSatisfying(
            Exchange.Answered.class, a -> assertThat(a.status()).isEqualTo(302));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_long_answer_is_not_read() {
    server.answering(LocalServer.json(200, "x".repeat(1_001)));
    assertThat(get(trusted(), server.uri()))
        .isInstanceOfSatisfying(
            Exchange.Unclear.class, e -> assertThat(e.code()).isEqualTo("answer_too_long"));
  }

  @Test
  @Timeout(20)
  void a_file_that_nobody_reads_is_given_up() throws IOException {
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var client = trusted()) {
      var upload = new HttpPost("http://127.0.0.1:" + deaf.getLocalPort() + "/");
      upload.setEntity(new ByteArrayEntity(new byte[32_000_000], ContentType.DEFAULT_BINARY));
      assertThat(client.exchange(upload, Duration.ofMillis(300)))
          .isInstanceOfSatisfying(
              Exchange.Unclear.class, e -> assertThat(e.code()).isEqualTo("timeout"));
    }
  }

  @Test
  void a_lost_call_is_made_once() {
    server.answering(LocalServer.hangUp());
    assertThat(get(trusted(), server.uri())).isInstanceOf(Exchange.Unclear.class);
    assertThat(server.requests()).hasSize(1);
  }
}
