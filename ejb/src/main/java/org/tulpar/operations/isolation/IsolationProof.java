package org.tulpar.operations.isolation;

import java.time.Instant;
import java.util.List;
import org.tulpar.operations.Outcome;

/**
 * What one look at all tables has shown.
 *
 * @param finishedAt null while it runs
 * @param tables how many belong to organizations
 * @param guarded of them, those under a forced policy that fails closed
 * @param unseen of them, those that show nothing where no organization is named
 * @param unwritten of them, those that refuse a row of another organization
 * @param breaches what was found otherwise: table and rule
 */
public record IsolationProof(
    long id,
    Instant startedAt,
    Instant finishedAt,
    Outcome outcome,
    int tables,
    int guarded,
    int unseen,
    int unwritten,
    List<String> breaches) {

  public IsolationProof {
    breaches = List.copyOf(breaches);
  }
}
