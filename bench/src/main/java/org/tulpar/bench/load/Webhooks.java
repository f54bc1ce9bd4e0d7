package org.tulpar.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Writes the requests: a customer's text as Evolution API posts it. */
final class Webhooks {

  private static final String BODY =
      """
      {"event":"{event}","instance":"{instance}","data":{"key":{"remoteJid":"{phone}@s.whatsapp.net","fromMe":false,"id":"{id}"},\
      "pushName":"Клиент {conversation}","message":{"conversation":"Здравствуйте, сколько стоит доставка? {word}"},\
      "messageType":"conversation","messageTimestamp":{seconds},"instanceId":"{instance}","source":"android"},\
      "destination":"{url}","date_time":"{iso}","sender":"{phone}@s.whatsapp.net","server_url":"http://127.0.0.1","apikey":"{token}"}\
      """;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final Pattern BLANK = Pattern.compile("\\{(?=[a-z]+})|(?<=\\{[a-z]{1,20})}");

  private final Plan plan;
  private final Tally tally;
  private final Clock clock;
  private final Map<Plan.Channel, Form> forms = new ConcurrentHashMap<>();

  /** What is the same in all requests of a channel: the head, and the body around its blanks. */
  private record Form(String head, String[] body) {}

  Webhooks(Plan plan, Tally tally, Clock clock) {
    this.plan = plan;
    this.tally = tally;
    this.clock = clock;
  }

  byte[] request(int message) {
    var conversation = tally.conversationOf(message);
    var form = forms.computeIfAbsent(plan.channelOf(conversation), this::form);
    var now = clock.instant();
    var body = new StringBuilder();
    for (var i = 0; i < form.body().length; i++) {
      body.append(i % 2 == 0 ? form.body()[i] : value(form.body()[i], message, conversation, now));
    }
    var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    var head = (form.head() + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    var request = Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, request, head.length, bytes.length);
    return request;
  }

  private String value(String blank, int message, int conversation, Instant now) {
    return switch (blank) {
      case "id" -> "3EB0" + tally.run().toUpperCase(Locale.ROOT) + HEX.toHexDigits(message);
      case "word" -> tally.word(message);
      case "phone" -> Tally.phone(conversation);
      case "conversation" -> Integer.toString(conversation);
      case "seconds" -> Long.toString(now.getEpochSecond());
      case "iso" -> now.toString();
      default -> throw new IllegalStateException(blank);
    };
  }

  private Form form(Plan.Channel channel) {
    var body = BODY.replace("{event}", plan.event()).replace("{url}", plan.url());
    return new Form(head(channel), BLANK.split(of(channel, body)));
  }

  private String head(Plan.Channel channel) {
    var head = new StringBuilder("POST ").append(of(channel, plan.path())).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(plan.target().getAuthority());
    head.append("\r\nContent-Type: application/json\r\n");
    plan.headers().forEach(header -> head.append(of(channel, header)).append("\r\n"));
    return head.append("Content-Length: ").toString();
  }

  private static String of(Plan.Channel channel, String text) {
    return text.replace("{instance}", channel.instance()).replace("{token}", channel.token());
  }
}
