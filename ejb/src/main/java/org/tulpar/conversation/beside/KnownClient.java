package org.tulpar.conversation.beside;

import java.time.Instant;
import java.util.List;
import org.tulpar.client.Tag;

/**
 * @param tags by name
 * @param note the latest about her, or null
 */
public record KnownClient(List<Tag> tags, Note note) {

  /**
   * @param person who wrote it
   */
  public record Note(String person, Instant at, String text) {}
}
