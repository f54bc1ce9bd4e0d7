package org.tulpar.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;

/** Writes the requests: a customer's text as Evolution API posts it. */
final class Webhooks {

  private static final String BODY =
      """
      {"event":"{event}","instance":"{instance}","data":{"key":{"remoteJid":"{phone}@s.whatsapp.net","fromMe":false,"id":"{id}"},\
      "pushName":"Клиент {conversation}","message":{"conversation":"Здравствуйте, сколько стоит доставка? {word}"},\
      "messageType":"conversation","messageTimestamp":{seconds},"instanceId":"{instance}","source":"android"},\
      "destination":"{url}","date_time":"{iso}","sender":"{phone}@s.whatsapp.net","server_url":"http://127.0.0.1","apikey":"{token}"}\
      """;

  private final Plan plan;
  private final Tally tally;
  private final Clock clock;
  private final String authority;

  Webhooks(Plan plan, Tally tally, Clock clock) {
    this.plan = plan;
    this.tally = tally;
    this.clock = clock;
    this.authority = plan.target().getAuthority();
  }

  byte[] request(int message) {
    var conversation = tally.conversationOf(message);
    var channel = plan.channelOf(conversation);
    var now = clock.instant();
    var id = "3EB0%s%08X".formatted(tally.run().toUpperCase(Locale.ROOT), message);
    var body =
        BODY.replace("{event}", plan.event())
            .replace("{word}", tally.word(message))
            .replace("{id}", id)
            .replace("{phone}", Tally.phone(conversation))
            .replace("{conversation}", Integer.toString(conversation))
            .replace("{seconds}", Long.toString(now.getEpochSecond()))
            .replace("{iso}", now.toString())
            .replace("{url}", plan.url())
            .replace("{instance}", channel.instance())
            .replace("{token}", channel.token());
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return (head(channel, bytes.length) + body).getBytes(StandardCharsets.UTF_8);
  }

  private String head(Plan.Channel channel, int length) {
    var head = new StringBuilder("POST ").append(of(channel, plan.path())).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\nContent-Type: application/json\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    plan.headers().forEach(header -> head.append(of(channel, header)).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private static String of(Plan.Channel channel, String text) {
    return text.replace("{instance}", channel.instance()).replace("{token}", channel.token());
  }
}
