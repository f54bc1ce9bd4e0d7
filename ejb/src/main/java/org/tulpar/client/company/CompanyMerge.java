package org.tulpar.client.company;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.tulpar.client.field.Bearer;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.CustomFields;
import org.tulpar.client.field.FieldValue;
import org.tulpar.client.merge.MergePreview;
import org.tulpar.tenant.Trail;

/** Makes one company of two, and two of them again: each is one transaction in the database. */
@Stateless
public class CompanyMerge {

  @Inject CompanyMerges merges;
  @Inject CustomFields fields;
  @Inject Trail trail;

  /** What both hold in the organization's own fields, and what the one of them would. */
  public List<MergePreview.Row<FieldValue>> own(Company survivor, Company loser) {
    return MergePreview.Row.told(
        fields.active(Bearer.COMPANY).stream()
            .map(
                field ->
                    new MergePreview.Row<>(
                        field.name(), held(field, survivor), held(field, loser))));
  }

  /** A choice that was renamed or taken away since the cards were read is not shown. */
  private static FieldValue held(CustomField field, Company company) {
    try {
      return field.value(company.values().get(field.id()));
    } catch (ClientRefused e) {
      return null;
    }
  }

  /**
   * Whoever works for the loser works for the survivor from now on, which bears its tags, too, and
   * holds what it held in fields that were empty, and the loser is gone. Returns the id by which it
   * is undone within thirty days.
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
   * Brings the loser back with those who worked there, its tags and its fields; who has got yet
   * another company since keeps it. Returns the id of the loser.
   *
   * @throws ClientRefused when it is too late, or another company bears the name meanwhile
   */
  public long undo(long mergeId, long userId) {
    var id = merges.undo(mergeId).orElseThrow(() -> new ClientRefused("company_undo"));
    trail.record("company.parted", userId, "company", id);
    return id;
  }
}
