package org.tulpar.client.transfer;

import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.tulpar.client.Tag;
import org.tulpar.client.Tags;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientInput;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.kernel.Repository;
import org.tulpar.tenant.TenantSql;

/** The tags of a row on what it is about, and off again. */
@Repository
class ImportedTags {

  private static final int MOST = 20;
  private static final int LONGEST = 40;

  /** Before the id of a tag that a row has put on. */
  private static final String TAG = "tag:";

  @Inject TenantSql sql;
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
  List<String> put(Bearer bearer, long id, List<String> names) {
    return names.stream()
        .flatMap(name -> tags.put(bearer, id, name).stream())
        .map(ImportedTags::kept)
        .toList();
  }

  /**
   * @param filled what a row has filled in, tags among it
   */
  void takeOff(Bearer bearer, long id, List<String> filled) {
    filled.stream()
        .filter(one -> one.startsWith(TAG))
        .map(one -> Long.parseLong(one.substring(TAG.length())))
        .forEach(tag -> tags.takeOff(bearer, id, tag));
  }

  /**
   * Deletes what an import has made, and forgets the tags that only it bore; false when it bears a
   * tag that did not come with the file, or when it is not deleted.
   */
  boolean remove(Bearer bearer, long importId, long id, BooleanSupplier deletion) {
    var borne = tags.of(bearer, id);
    var given = given(bearer, importId, id);
    if (!borne.stream().map(ImportedTags::kept).allMatch(given::contains)
        || !deletion.getAsBoolean()) {
      return false;
    }
    borne.forEach(tag -> tags.forgetUnused(tag.name()));
    return true;
  }

  /** All that the rows of a file have put on it, and filled in. */
  private List<String> given(Bearer bearer, long importId, long id) {
    return sql.rows(
        "select unnest(filled) as given from sheet_import_row where import_id = ? and %s = ?"
            .formatted(bearer.key()),
        r -> r.getString("given"),
        importId,
        id);
  }

  private static String kept(Tag tag) {
    return TAG + tag.id();
  }
}
