package org.tulpar.client.merge;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tulpar.client.ClientProfile;
import org.tulpar.client.ClientProfiles;

/** Finds cards that look like one person, shows what they would become, merges and parts them. */
@Stateless
public class ClientMerge {

  /** Groups of each kind that are shown; the next ones come up when these are merged. */
  public static final int GROUPS = 50;

  private static final int SHOWN = 20;

  @Inject Merges merges;
  @Inject ClientProfiles profiles;

  /** Cards that share a phone or an email; the one with most behind it stands first. */
  public List<Duplicates> duplicates() {
    return Stream.of(Duplicates.Sign.values()).flatMap(sign -> of(sign).stream()).toList();
  }

  /** What the cards would become, or nothing when one of them cannot be merged. */
  public Optional<MergePreview> preview(long survivorId, long loserId) {
    var survivor = current(survivorId);
    var loser = current(loserId);
    if (survivor.isEmpty() || loser.isEmpty() || survivorId == loserId) {
      return Optional.empty();
    }
    var moves = merges.weight(survivorId, loserId);
    return Optional.of(
        new MergePreview(
            survivorId,
            loserId,
            rows(survivor.get(), loser.get()),
            moves.conversations(),
            moves.deals(),
            moves.orders(),
            moves.identities(),
            moves.closing()));
  }

  /**
   * Everything of the loser belongs to the survivor from now on. Returns the id by which it is
   * undone.
   *
   * @throws MergeImpossible when one of the cards is not there any more or was merged already
   */
  public long merge(long survivorId, long loserId, long userId) {
    return merges
        .merge(survivorId, loserId, userId)
        .orElseThrow(() -> new MergeImpossible(survivorId, loserId));
  }

  /**
   * Parts the cards again.
   *
   * @throws UndoImpossible when that was done already, or a later merge builds on this one
   */
  public void undo(long mergeId, long userId) {
    if (!merges.undo(mergeId, userId)) {
      throw new UndoImpossible(mergeId);
    }
  }

  /** The latest first. */
  public List<MergeRecord> latest() {
    return merges.latest(SHOWN);
  }

  private Optional<ClientProfile> current(long id) {
    return profiles.byId(id).filter(card -> card.mergedInto() == null);
  }

  private List<Duplicates> of(Duplicates.Sign sign) {
    var groups = new LinkedHashMap<String, List<Duplicates.Card>>();
    merges
        .sharing(sign, GROUPS)
        .forEach(
            alike ->
                groups.computeIfAbsent(alike.value(), v -> new ArrayList<>()).add(alike.card()));
    return groups.entrySet().stream()
        .map(group -> new Duplicates(sign, group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  private static List<MergePreview.Row> rows(ClientProfile survivor, ClientProfile loser) {
    return Stream.of(
            row("name", survivor.name(), loser.name()),
            row("phone", survivor.phone(), loser.phone()),
            row("email", survivor.email(), loser.email()),
            row("language", survivor.language(), loser.language()),
            row("company", survivor.company(), loser.company()),
            row("about", survivor.about(), loser.about()))
        .filter(row -> row.becomes() != null)
        .toList();
  }

  private static MergePreview.Row row(String field, String survivor, String loser) {
    return new MergePreview.Row(field, survivor, loser, survivor == null ? loser : survivor);
  }
}
