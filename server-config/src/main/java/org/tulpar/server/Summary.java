package org.tulpar.server;

import java.util.Optional;
import org.tulpar.server.demo.Demo;
import org.tulpar.server.machine.Settings;

/** What a person wants to know when everything runs. */
public record Summary(Settings settings, Optional<Demo> demo, Demo.Account superAdmin) {

  public String text(double seconds) {
    var text = new StringBuilder();
    text.append(
        "%nTulpar is ready (%.0f s):  http://127.0.0.1:%d%n%n"
            .formatted(seconds, settings.ports().web()));
    demo.ifPresentOrElse(known -> people(text, known), () -> account(text, "platform", superAdmin));
    if (settings.simulator()) {
      text.append(
          "%n  The customer's phone:  http://127.0.0.1:%d%n  Write to yourself as a customer there, and watch the dialogue in the inbox.%n"
              .formatted(settings.ports().simulator()));
    }
    text.append("%n  Stop: ./run stop    State: %s%n".formatted(settings.state().root()));
    return text.toString();
  }

  private static void people(StringBuilder text, Demo demo) {
    for (var company : demo.organizations()) {
      company.users().forEach(user -> account(text, company.name(), user));
    }
  }

  private static void account(StringBuilder text, String where, Demo.Account account) {
    text.append(
        "  %-18s %-12s %-24s %s%n"
            .formatted(where, account.role(), account.login(), account.password()));
  }
}
