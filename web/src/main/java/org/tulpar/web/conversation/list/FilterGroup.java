package org.tulpar.web.conversation.list;

import java.util.List;

/** One criterion: its name in the address, what it is called, and what there is. */
public record FilterGroup(String name, List<Choice> choices) {

  public Choice chosen() {
    return choices.stream().filter(Choice::chosen).findFirst().orElse(null);
  }
}
