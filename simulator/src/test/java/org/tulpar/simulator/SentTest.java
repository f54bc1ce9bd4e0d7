package org.tulpar.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SentTest {

  private Outside outside;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    outside = Outside.connected();
  }

  @AfterEach
  void close() {
    outside.close();
  }

  @Test
  void listsWhatWasSentOldestFirst() throws IOException, InterruptedException {
    assertThat(outside.get("/sent").body()).isEmpty();
    var id = outside.sendText("первое").body().path("key").path("id").asText();
    outside.sendText("второе");
    var rows = outside.get("/sent?instance=" + Outside.INSTANCE).body();
    assertThat(rows.findValuesAsText("instance")).containsOnly(Outside.INSTANCE);
    assertThat(rows.get(0).path("text").asText()).isEqualTo("первое");
    assertThat(rows.get(1).path("text").asText()).isEqualTo("второе");
    assertThat(rows.get(0).path("id").asText()).isEqualTo(id);
    assertThat(rows.get(0).path("number").asText()).isEqualTo(Outside.CUSTOMER);
    assertThat(rows.get(0).path("at").asText()).isNotEmpty();
    assertThat(rows.get(0).path("request").path("text").asText()).isEqualTo("первое");
  }

  @Test
  void tellsInstancesApartAndForgetsOnDemand() throws IOException, InterruptedException {
    outside.sendText("первое");
    assertThat(outside.get("/sent?instance=other").body()).isEmpty();
    assertThat(outside.get("/sent").body()).hasSize(1);
    outside.delete("/sent");
    assertThat(outside.get("/sent").body()).isEmpty();
  }
}
