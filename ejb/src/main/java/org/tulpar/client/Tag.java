package org.tulpar.client;

import java.io.Serializable;
import java.util.List;

/** A word that an organization puts on its clients and companies. */
public record Tag(long id, String name) implements Serializable {

  /**
   * @param texts id, blank, name, as a statement gathers them
   */
  public static List<Tag> all(List<String> texts) {
    return texts.stream()
        .map(text -> text.split(" ", 2))
        .map(parts -> new Tag(Long.parseLong(parts[0]), parts[1]))
        .toList();
  }
}
