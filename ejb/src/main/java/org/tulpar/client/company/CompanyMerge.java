package org.tulpar.client.company;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.tenant.Trail;

/** Makes one company of two, and two of them again: each is one transaction in the database. */
@Stateless
public class CompanyMerge {

  @Inject CompanyMerges merges;
  @Inject Trail trail;

  /**
   * Whoever works for the loser works for the survivor from now on, which bears its tags, too, and
   * the loser is gone. Returns the id by which it is undone within thirty days.
   *
   * @throws ClientRefused when one of them is not there any more, or both are the same
   */
  public long merge(long survivorId, long loserId, long userId) {
    var id =
        merges
            .merge(survivorId, loserId, userId)
            .orElseThrow(() -> new ClientRefused("company_gone"));
    trail.record("company.merged", userId, "company", survivorId);
    return id;
  }

  /** The name of the company that can be brought back by this. */
  public Optional<String> merged(long mergeId) {
    return merges.name(mergeId);
  }

  /**
   * Brings the loser back with those who worked there and its tags; who has got yet another company
   * since keeps it. Returns the id of the loser.
   *
   * @throws ClientRefused when it is too late, or another company bears the name meanwhile
   */
  public long undo(long mergeId, long userId) {
    var id = merges.undo(mergeId).orElseThrow(() -> new ClientRefused("company_undo"));
    trail.record("company.parted", userId, "company", id);
    return id;
  }
}
