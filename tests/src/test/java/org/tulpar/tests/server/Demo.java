package org.tulpar.tests.server;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** {@code demo.json}: what the launcher tells about the organizations it made. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Demo(
    String url, String simulatorUrl, Account superAdmin, List<Company> organizations) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Company(String name, List<Account> users, List<Channel> channels, String apiKey) {

    public Account user(String role) {
      return users.stream().filter(user -> user.role().equals(role)).findFirst().orElseThrow();
    }

    public Channel channel() {
      return channels.getFirst();
    }

    public Channel channel(String type) {
      return channels.stream().filter(c -> c.type().equals(type)).findFirst().orElseThrow();
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Account(String login, String password, String role) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Channel(String type, String key, String secret, String instance) {

    /** Where its provider posts. */
    String webhook() {
      var path = type.toLowerCase(Locale.ROOT).replace('_', '-');
      return Installation.TESTED.url() + "/webhooks/" + path + "/" + key;
    }

    Channel withSecret(String other) {
      return new Channel(type, key, other, instance);
    }

    Channel withKey(String other) {
      return new Channel(type, other, secret, instance);
    }
  }

  public static Demo read() {
    try {
      return new ObjectMapper().readValue(Installation.TESTED.demo().toFile(), Demo.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Company first() {
    return organizations.getFirst();
  }
}
