package org.tulpar.client.transfer;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.tulpar.client.TagBearer;
import org.tulpar.client.Tags;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.kernel.Repository;

/** The tags of a row on what it is about, and off again. */
@Repository
class ImportedTags {

  private static final int MOST = 20;
  private static final int LONGEST = 40;

  /** Before the id of a tag that a row has put on. */
  private static final String TAG = "tag:";

  @Inject Tags tags;

  /**
   * The tags of a cell.
   *
   * @throws ClientRefused at a too long one
   */
  static List<String> read(String cell) {
    return Arrays.stream(cell.split("[,;]", -1))
        .map(name -> ClientInput.limited(name, LONGEST, "tag_too_long"))
        .filter(Objects::nonNull)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Returns those that were not there before, as {@link #takeOff} knows them. */
  List<String> put(TagBearer bearer, long id, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    var before = tags.of(bearer, id);
    names.forEach(name -> tags.put(bearer, id, name));
    return tags.of(bearer, id).stream()
        .filter(tag -> !before.contains(tag))
        .map(tag -> TAG + tag.id())
        .toList();
  }

  /**
   * @param filled what a row has filled in, tags among it
   */
  void takeOff(TagBearer bearer, long id, List<String> filled) {
    filled.stream()
        .filter(one -> one.startsWith(TAG))
        .map(one -> Long.parseLong(one.substring(TAG.length())))
        .forEach(tag -> tags.takeOff(bearer, id, tag));
  }
}
