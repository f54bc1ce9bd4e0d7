package org.tulpar.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be sent, where and how fast.
 *
 * @param url of the webhook; {@code {instance}} and {@code {token}} stand for the channel's
 * @param headers lines, with the same two words replaced
 * @param event name of the event in the body
 * @param rate messages a second, or 0 for a closed loop: the next one leaves when a connection is
 *     free
 * @param warmup seconds at the beginning that are left out of the figures
 * @param redeliver share of the webhooks that are sent twice, both at the same time
 * @param replies whether replies are awaited
 * @param strike null when nothing is killed
 * @param processes name and id of what is watched
 */
record Plan(
    String label,
    String url,
    List<String> headers,
    String event,
    List<Channel> channels,
    int conversations,
    int connections,
    int messages,
    double rate,
    double warmup,
    double redeliver,
    boolean replies,
    int gatewayPort,
    int patience,
    Strike strike,
    Map<String, Long> processes,
    Path json) {

  record Channel(String instance, String token) {}

  /**
   * What is killed in the middle of a closed loop.
   *
   * @param after so many replies
   */
  record Strike(List<Long> victims, int after) {}

  static final String HELP =
      """
      bench/load --url http://127.0.0.1:8080/webhooks/evolution/{instance} [options]
        --header 'Name: value'     repeatable; {instance} and {token} are replaced
        --channels FILE            lines instance,token; without it bench-000, bench-001, …
        --tenants N                how many of them (30)
        --conversations N          customers, spread over the channels (3000)
        --connections N            keep-alive connections (32); each owns its conversations
        --messages N               (1000)
        --rate N                   messages a second on a fixed schedule; without it a closed loop
        --warmup S                 seconds left out of the figures
        --redeliver F              share of webhooks that arrive twice at once
        --event NAME               messages.upsert
        --no-replies               acknowledgements only
        --gateway-port N           where this program plays the gateway (24090)
        --patience S               give up waiting for replies after so long without one (20)
        --kill PID                 repeatable: kill -9 in the middle; webhooks without a 2xx are repeated then
        --kill-after N             replies (2000)
        --process name=PID         whose memory and processor time is reported; repeatable
        --json FILE, --label TEXT  append the outcome as a line
      Ends with 0 when every message was acknowledged and answered once, else with 1.\
      """;

  static Plan of(String[] words) throws IOException {
    var given = given(words);
    var tenants = Integer.parseInt(given.one("tenants", "30"));
    var rate = Double.parseDouble(given.one("rate", "0"));
    var json = given.one("json", null);
    return new Plan(
        given.one("label", ""),
        given.one("url", null),
        given.all("header"),
        given.one("event", "messages.upsert"),
        channels(given.one("channels", null), tenants),
        Math.max(tenants, Integer.parseInt(given.one("conversations", "3000"))),
        Integer.parseInt(given.one("connections", "32")),
        Integer.parseInt(given.one("messages", "1000")),
        rate,
        Double.parseDouble(given.one("warmup", "0")),
        Double.parseDouble(given.one("redeliver", "0")),
        given.one("no-replies", null) == null,
        Integer.parseInt(given.one("gateway-port", "24090")),
        Integer.parseInt(given.one("patience", "20")),
        strike(given),
        processes(given.all("process")),
        json == null ? null : Path.of(json));
  }

  URI target() {
    return URI.create(url.replace("{", "%7B").replace("}", "%7D"));
  }

  String path() {
    var slash = url.indexOf('/', url.indexOf("//") + 2);
    return slash < 0 ? "/" : url.substring(slash);
  }

  Channel channelOf(int conversation) {
    return channels.get(conversation % channels.size());
  }

  private static Strike strike(Given given) {
    var victims = given.all("kill").stream().map(Long::valueOf).toList();
    return victims.isEmpty()
        ? null
        : new Strike(victims, Integer.parseInt(given.one("kill-after", "2000")));
  }

  private record Given(Map<String, List<String>> words) {
    String one(String name, String byDefault) {
      var all = words.get(name);
      return all == null ? byDefault : all.getLast();
    }

    List<String> all(String name) {
      return words.getOrDefault(name, List.of());
    }
  }

  private static Given given(String[] words) {
    var all = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < words.length; i++) {
      if (!words[i].startsWith("--")) {
        throw new IllegalArgumentException(words[i]);
      }
      var name = words[i].substring(2);
      var flag = name.startsWith("no-");
      if (!flag && i + 1 == words.length) {
        throw new IllegalArgumentException(words[i] + " needs a value");
      }
      all.computeIfAbsent(name, n -> new ArrayList<>()).add(flag ? "true" : words[++i]);
    }
    if (!all.containsKey("url")) {
      throw new IllegalArgumentException("--url is missing");
    }
    return new Given(all);
  }

  private static List<Channel> channels(String file, int number) throws IOException {
    var channels = new ArrayList<Channel>();
    if (file == null) {
      for (int i = 0; i < number; i++) {
        channels.add(new Channel("bench-%03d".formatted(i), "token"));
      }
      return channels;
    }
    for (var line : Files.readAllLines(Path.of(file))) {
      var parts = line.split(",", 2);
      if (parts.length == 2 && channels.size() < number) {
        channels.add(new Channel(parts[0].strip(), parts[1].strip()));
      }
    }
    if (channels.size() < number) {
      throw new IllegalArgumentException(file + " has only " + channels.size() + " channels");
    }
    return channels;
  }

  private static Map<String, Long> processes(List<String> pairs) {
    var all = new LinkedHashMap<String, Long>();
    for (var pair : pairs) {
      var parts = pair.split("=", 2);
      all.put(parts[0], Long.parseLong(parts[1].strip()));
    }
    return all;
  }
}
