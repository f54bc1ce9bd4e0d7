package org.tulpar.client.merge;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tulpar.client.ClientProfile;
import org.tulpar.client.ClientProfiles;
import org.tulpar.client.Tag;
import org.tulpar.client.field.FieldValue;

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
            own(survivor.get(), loser.get()),
            new MergePreview.Tags(tags(survivor.get()), tags(loser.get())),
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

  private static List<MergePreview.Row<String>> rows(ClientProfile survivor, ClientProfile loser) {
    return MergePreview.Row.told(
        Stream.of(
            new MergePreview.Row<>("name", survivor.name(), loser.name()),
            new MergePreview.Row<>("phone", survivor.phone(), loser.phone()),
            new MergePreview.Row<>("email", survivor.email(), loser.email()),
            new MergePreview.Row<>("language", survivor.language(), loser.language()),
            new MergePreview.Row<>("company", survivor.company(), loser.company()),
            new MergePreview.Row<>("about", survivor.about(), loser.about())));
  }

  /** Both cards have the same fields, in the same order. */
  private static List<MergePreview.Row<FieldValue>> own(
      ClientProfile survivor, ClientProfile loser) {
    return MergePreview.Row.told(
        IntStream.range(0, survivor.fields().size())
            .mapToObj(
                at ->
                    new MergePreview.Row<>(
                        survivor.fields().get(at).definition().name(),
                        survivor.fields().get(at).value(),
                        loser.fields().get(at).value())));
  }

  private static List<String> tags(ClientProfile card) {
    return card.tags().stream().map(Tag::name).toList();
  }
}
