package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String QUESTION =
      "{\"model\":\"any\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  private void order(String fault) throws IOException, InterruptedException {
    assertThat(outside.post("/control/faults", fault).status()).isEqualTo(201);
  }

  @Test
  void spendsAFaultAsOftenAsOrdered() throws IOException, InterruptedException {
    order("{\"target\":\"gateway\",\"mode\":\"ok\",\"times\":1}");
    order("{\"target\":\"gateway\",\"mode\":\"error500\",\"times\":2}");
    order("{\"target\":\"gateway\",\"mode\":\"status429\"}");
    assertThat(outside.sendText("1").status()).isEqualTo(201);
    assertThat(outside.sendText("2").status()).isEqualTo(500);
    assertThat(outside.sendText("3").status()).isEqualTo(500);
    var limited = outside.sendText("4");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.raw().headers().firstValue("Retry-After")).contains("1");
    assertThat(outside.get("/control/faults").body()).isEmpty();
    assertThat(outside.sendText("5").status()).isEqualTo(201);
    assertThat(outside.get("/sent").body().findValuesAsText("id")).hasSize(2);
  }

  @Test
  void dropsTheConnectionAfterAccepting() throws IOException, InterruptedException {
    order("{\"target\":\"gateway\",\"mode\":\"drop\"}");
    assertThatThrownBy(() -> outside.sendText("ушло")).isInstanceOf(IOException.class);
    assertThat(outside.get("/sent").body().get(0).path("text").asText()).isEqualTo("ушло");
    outside.application.next("send.message");
  }

  @Test
  void hangsUntilReleasedAndAcceptsNothing() throws IOException, InterruptedException {
    order("{\"target\":\"gateway\",\"mode\":\"hang\"}");
    var hanging =
        CompletableFuture.runAsync(
            () -> assertThatThrownBy(() -> outside.sendText("?")).isInstanceOf(IOException.class));
    while (!outside.get("/control/faults").body().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(hanging).isNotDone();
    outside.delete("/control/faults");
    hanging.join();
    assertThat(outside.get("/sent").body()).isEmpty();
  }

  @Test
  void strikesOnlyTheInstanceItIsOrderedFor() throws IOException, InterruptedException {
    order("{\"target\":\"gateway\",\"mode\":\"error500\",\"instance\":\"other\"}");
    assertThat(outside.sendText("1").status()).isEqualTo(201);
    assertThat(outside.get("/control/faults").body()).hasSize(1);
  }

  @Test
  void failsTheModelOnItsOwn() throws IOException, InterruptedException {
    order("{\"target\":\"llm\",\"mode\":\"error500\"}");
    order("{\"target\":\"llm\",\"mode\":\"status429\"}");
    order("{\"target\":\"llm\",\"mode\":\"slow\",\"delayMs\":300}");
    order("{\"target\":\"llm\",\"mode\":\"drop\"}");
    assertThat(outside.sendText("1").status()).isEqualTo(201);
    assertThat(outside.post("/v1/chat/completions", QUESTION).status()).isEqualTo(500);
    assertThat(outside.post("/v1/chat/completions", QUESTION).status()).isEqualTo(429);
    var start = System.nanoTime();
    assertThat(outside.post("/v1/chat/completions", QUESTION).status()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
    assertThatThrownBy(() -> outside.post("/v1/chat/completions", QUESTION))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAnOrderItDoesNotUnderstand() throws IOException, InterruptedException {
    for (var wrong :
        new String[] {
          "{\"target\":\"moon\",\"mode\":\"ok\"}",
          "{\"target\":\"llm\",\"mode\":\"explode\"}",
          "{\"target\":\"llm\",\"mode\":\"slow\",\"delayMs\":-1}",
          "not json"
        }) {
      var answer = outside.post("/control/faults", wrong);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body().path("error").asText()).isNotEmpty();
    }
  }
}
