package org.tulpar.integrations.whatsappcloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tulpar.channel.ChannelType;
import org.tulpar.channel.MessageContent.Question;
import org.tulpar.channel.SendResult;
import org.tulpar.channel.SendResult.Accepted;
import org.tulpar.channel.SendResult.Rejected;
import org.tulpar.integrations.http.GatewaySettings;
import org.tulpar.integrations.http.LocalServer;
import org.tulpar.integrations.wire.Sample;

/** Questions with answers, beside the requests that were captured. */
class CloudQuestionTest {

  private static final String PHONE = "77015550101";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension final LocalServer server = new LocalServer();
  private final CloudGateway gateway =
      new CloudGateway(
          server.http(), new GatewaySettings(Duration.ofSeconds(2)), Clock.systemUTC());

  @Test
  void upToThreeAnswersAreButtonsAsCapturedButForTheirIds() throws IOException {
    var captured = answers("cloud-08-send-buttons");
    assertThat(ask(new Question("Выбор", List.of("Да"), "Открыть"), null))
        .isEqualTo(new Accepted("wamid.STUB0017"));
    var expected = captured.at("/request/body").deepCopy();
    named(expected.at("/interactive/action/buttons/0/reply"));
    assertThat(asked()).isEqualTo(expected);
  }

  @Test
  void moreAnswersAreAListAsCapturedButForWhatAQuestionDoesNotHave() throws IOException {
    var captured = answers("cloud-09-send-list");
    ask(new Question("Выберите", List.of("R1", "R2", "R3", "R4"), "Открыть"), null);
    var expected = captured.at("/request/body").deepCopy();
    ((ObjectNode) expected.get("interactive")).remove(List.of("header", "footer"));
    ((ObjectNode) expected.at("/interactive/action/sections/0")).remove("title");
    ((ObjectNode) expected.at("/interactive/action/sections/0/rows/0")).remove("description");
    named(expected.at("/interactive/action/sections/0/rows/0"));
    var sent = asked();
    var rows = sent.at("/interactive/action/sections/0/rows");
    assertThat(rows.findValuesAsText("id")).containsExactly("a1", "a2", "a3", "a4");
    assertThat(rows.findValuesAsText("title")).containsExactly("R1", "R2", "R3", "R4");
    while (rows.size() > 1) {
      ((com.fasterxml.jackson.databind.node.ArrayNode) rows).remove(1);
    }
    assertThat(sent).isEqualTo(expected);
  }

  @Test
  void threeAreButtonsAndTenStillAList() throws IOException {
    answers("cloud-08-send-buttons");
    ask(new Question("?", List.of("1", "2", "3"), "Открыть"), "wamid.A");
    assertThat(asked().at("/interactive/type").asText()).isEqualTo("button");
    assertThat(asked().at("/context/message_id").asText()).isEqualTo("wamid.A");
    ask(new Question("?", Collections.nCopies(10, "x"), "Открыть"), null);
    var list = JSON.readTree(server.requests().get(1).body());
    assertThat(list.at("/interactive/type").asText()).isEqualTo("list");
    assertThat(list.at("/interactive/action/sections/0/rows")).hasSize(10);
  }

  @Test
  void whatMetaRefusesIsRefused() {
    server.answering(
        LocalServer.json(400, "{\"error\":{\"code\":131009,\"message\":\"not valid\"}}"));
    assertThat(ask(new Question("?", List.of("1"), "Открыть"), null)).isInstanceOf(Rejected.class);
  }

  private JsonNode answers(String sample) {
    var told = Sample.of(sample);
    server.answering(LocalServer.json(200, told.at("/response_ok/body").toString()));
    return told;
  }

  private static void named(JsonNode answer) {
    ((ObjectNode) answer).put("id", "a1");
  }

  private JsonNode asked() throws IOException {
    return JSON.readTree(server.requests().getFirst().body());
  }

  private SendResult ask(Question question, String quoted) {
    var line = server.channel(ChannelType.WHATSAPP_CLOUD, "106540352242922", "/v23.0", "TOKEN");
    return gateway.sendQuestion(line, PHONE, question, quoted);
  }
}
