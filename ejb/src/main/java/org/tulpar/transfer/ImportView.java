package org.tulpar.transfer;

import java.time.Instant;
import java.util.List;

/**
 * An import as it stands.
 *
 * @param mapping what each column is, see {@link Importer#guess}
 * @param fills whether what a known subject lacks is filled in; else known ones are left alone
 * @param twice whether a row that looks like what is there already is done all the same
 * @param total rows of the file
 * @param twins rows that were left out because they look like what is there already
 * @param kept created subjects that were not taken back, because something has happened with them
 * @param touched when a portion was last finished
 */
public record ImportView(
    long id,
    ImportKind kind,
    String fileName,
    ImportStatus status,
    List<String> header,
    List<String> mapping,
    boolean fills,
    boolean twice,
    int total,
    int valid,
    int wrong,
    int twins,
    int created,
    int updated,
    int skipped,
    int undone,
    int kept,
    String person,
    Instant at,
    Instant touched) {

  /** Rows that are through the stage the import is in. */
  public int done() {
    return switch (status) {
      case UPLOADED -> 0;
      case CHECKING, CHECKED -> valid + wrong + twins;
      case RUNNING, DONE -> wrong + twins + created + updated + skipped;
      case UNDOING, UNDONE -> wrong + twins + skipped + undone + kept;
    };
  }
}
