package org.tulpar.webhook;

import java.util.Arrays;
import java.util.Optional;
import org.tulpar.channel.ChannelType;

/**
 * {@code /{channelType}/{channelKey}}, with whatever a gateway appends (Evolution appends the
 * event's name when it is told to post by events).
 */
record WebhookPath(ChannelType type, String key) {

  static Optional<WebhookPath> parse(String pathInfo) {
    if (pathInfo == null) {
      return Optional.empty();
    }
    var parts = pathInfo.split("/", 4);
    if (parts.length < 3 || parts[2].isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(ChannelType.values())
        .filter(type -> type.path().equals(parts[1]))
        .findFirst()
        .map(type -> new WebhookPath(type, parts[2]));
  }
}
