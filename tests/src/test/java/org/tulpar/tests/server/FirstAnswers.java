package org.tulpar.tests.server;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the application answers to the first requests, as one line a request. */
final class FirstAnswers {

  static final Map<String, Integer> EXPECTED =
      Map.of("health", 200, "login", 200, "webhook", 200, "webhook of nobody", 401);

  private FirstAnswers() {}

  static Map<String, Integer> ask() {
    var demo = Demo.read();
    var channel = demo.organizations().getFirst().channels().getFirst();
    var answers = new LinkedHashMap<String, Integer>();
    answers.put("health", Http.get(demo.url() + "/health/ready").statusCode());
    answers.put("login", Http.get(demo.url() + "/login").statusCode());
    answers.put(
        "webhook", Http.webhook(channel, Wire.message("77020000000", "hello")).statusCode());
    answers.put(
        "webhook of nobody",
        Http.webhook(channel.withSecret("wrong"), Wire.message("77020000000", "a")).statusCode());
    return answers;
  }
}
