package org.tulpar.web.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.tulpar.conversation.presence.Present;

/** Who else looks at a conversation, in words. */
public final class Here {

  private Here() {}

  /** Null when nobody does. */
  public static String words(List<Present> others, Reader reader) {
    return others.isEmpty()
        ? null
        : others.stream()
            .map(one -> reader.word(key(one), one.name()))
            .collect(Collectors.joining(", "));
  }

  private static String key(Present one) {
    return one.typing() == null ? "here" : "here." + one.typing();
  }
}
