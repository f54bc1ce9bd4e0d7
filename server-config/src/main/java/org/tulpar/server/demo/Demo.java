package org.tulpar.server.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.tulpar.server.machine.Ports;

/**
 * What a newcomer (or a check from outside) may use, in the shape of {@code var/demo.json}. The
 * passwords and secrets stand nowhere else in plain text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Demo(
    String url, String simulatorUrl, Account superAdmin, List<Company> organizations) {

  public record Account(String login, String password, String role) {}

  /**
   * @param apiKey signs a program's calls of the API, or null
   */
  public record Company(
      String id,
      String name,
      String timeZone,
      List<Account> users,
      List<Channel> channels,
      String apiKey) {}

  /** One connected number, bot or account: {@code key} stands in the webhook's URL. */
  public record Channel(String type, String key, String secret, String instance, String apiKey) {

    /** Where its webhooks go; Chat2Desk can show its secret nowhere else than there. */
    String webhook(String url) {
      var path = type.toLowerCase(Locale.ROOT).replace('_', '-');
      var address = url + "/webhooks/" + path + "/" + key;
      return type.equals("CHAT2DESK") ? address + "?secret=" + secret : address;
    }

    /** Where the simulator imitates its provider. */
    String apiUrl(String simulatorUrl) {
      return switch (type) {
        case "TELEGRAM" -> simulatorUrl + "/telegram";
        case "WHATSAPP_CLOUD" -> simulatorUrl + "/graph/v23.0";
        case "CHAT2DESK" -> simulatorUrl + "/chat2desk";
        default -> simulatorUrl;
      };
    }

    /** Whether its provider signs with the secret instead of showing it. */
    boolean signs() {
      return type.equals("WHATSAPP_CLOUD");
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
