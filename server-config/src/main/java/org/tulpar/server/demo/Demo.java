package org.tulpar.server.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.tulpar.server.machine.Ports;

/**
 * What a newcomer (or a check from outside) may use, in the shape of {@code var/demo.json}. The
 * passwords and secrets stand nowhere else in plain text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demo(
    String url, String simulatorUrl, Account superAdmin, List<Company> organizations) {

  public record Account(String login, String password, String role) {}

  public record Company(
      String id, String name, String timeZone, List<Account> users, List<Channel> channels) {}

  /** One connected WhatsApp number: {@code key} stands in the webhook's URL. */
  public record Channel(String type, String key, String secret, String instance, String apiKey) {

    String webhook(String url) {
      return url + "/webhooks/evolution/" + key;
    }
  }

  public Demo at(Ports ports) {
    return new Demo(
        "http://127.0.0.1:" + ports.web(),
        "http://127.0.0.1:" + ports.simulator(),
        superAdmin,
        organizations);
  }

  public List<Channel> channels() {
    return organizations.stream().flatMap(company -> company.channels().stream()).toList();
  }
}
