package org.tulpar.conversation.list;

import java.util.stream.Stream;
import org.tulpar.channel.ChannelType;

/** The messengers that take free text for some hours only. */
final class Windows {

  private Windows() {}

  static String[] types() {
    return Stream.of(ChannelType.values())
        .filter(type -> type.replyWindow().isPresent())
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
