package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.client.merge.ClientMerge;
import org.tulpar.client.merge.Duplicates;
import org.tulpar.client.merge.MergePreview;
import org.tulpar.client.merge.MergeRecord;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Readers;

/** Who looks like whom; what two cards would become; and the way back. */
@Named("clientMerge")
@RequestScoped
public class MergeBacking {

  private static final int FOUND = 10;

  @Inject private ClientMerge merge;
  @Inject private ClientList list;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<Duplicates> duplicates;
  private List<MergeRecord> latest;
  private MergePreview preview;
  private List<MergeLine> lines;

  /** Cards that share something, unless two are chosen. */
  public List<Duplicates> getDuplicates() {
    if (duplicates == null) {
      duplicates = merge.duplicates();
    }
    return duplicates;
  }

  public List<MergeRecord> getLatest() {
    if (latest == null) {
      latest = merge.latest();
    }
    return latest;
  }

  /** What the two cards of the address would become, or null. */
  public MergePreview getPreview() {
    if (preview == null && getSurvivor() != null && loser() != null) {
      preview = merge.preview(getSurvivor(), loser()).orElse(null);
    }
    return preview;
  }

  /** What stands in both cards, and what will stand in the one they become. */
  public List<MergeLine> getLines() {
    if (lines == null) {
      lines = MergeLine.of(getPreview(), readers.reader());
    }
    return lines;
  }

  /** The card that stays, when the address names it. */
  public Long getSurvivor() {
    return number("survivor");
  }

  public String getSearch() {
    var text = Faces.getRequestParameter("q");
    return text == null ? "" : text;
  }

  /** Cards that may be the other one. */
  public List<ClientLine> getFound() {
    if (getSurvivor() == null || getSearch().isBlank()) {
      return List.of();
    }
    var filter = ClientFilter.of(name -> name.equals("q") ? getSearch() : null);
    var reader = readers.reader();
    return list.first(filter).rows().stream()
        .filter(row -> row.id() != getSurvivor())
        .limit(FOUND)
        .map(row -> ClientLine.of(row, reader))
        .toList();
  }

  public void merge() {
    var survivor = number("survivor");
    var loser = loser();
    if (survivor == null || loser == null) {
      Faces.redirect("client-merge");
      return;
    }
    try {
      merge.merge(survivor, loser, readers.user());
      notices.done("merge.done");
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect("client-merge");
  }

  public void undo(long mergeId) {
    try {
      merge.undo(mergeId, readers.user());
      notices.done("merge.undone");
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect("client-merge");
  }

  public String when(MergeRecord one) {
    return readers.reader().exact(one.at());
  }

  private static Long loser() {
    return number("loser");
  }

  private static Long number(String name) {
    var text = Faces.getRequestParameter(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
  }
}
