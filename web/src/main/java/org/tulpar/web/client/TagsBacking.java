package org.tulpar.web.client;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.tulpar.client.tag.TagDesk;
import org.tulpar.client.tag.TagUse;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/** The organization's tags: one is chosen by the address; what was just removed can come back. */
@Named("tags")
@RequestScoped
public class TagsBacking {

  private static final String PAGE = "settings/tags";

  @Inject private TagDesk desk;
  @Inject private Readers readers;
  @Inject private Notices notices;

  private List<TagUse> lines;
  private boolean more;
  private TagUse chosen;
  private String removed;
  private String name;
  private String other;

  @PostConstruct
  void look() {
    var found = desk.page(getPart(), getPage());
    more = found.size() > TagDesk.PAGE;
    lines = found.stream().limit(TagDesk.PAGE).toList();
    chosen = Asked.number(Asked.text("id")).flatMap(desk::tag).orElse(null);
    name = chosen == null ? null : chosen.name();
    removed = Asked.number(Asked.text("removed")).flatMap(desk::removed).orElse(null);
  }

  public void rename() {
    try {
      desk.rename(chosen(), name, readers.user());
      notices.done("tags.renamed");
      Faces.redirect(PAGE);
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  public void join() {
    take(() -> desk.join(chosen(), other, readers.user()));
  }

  public void remove() {
    take(() -> desk.remove(chosen(), readers.user()));
  }

  public void restore() {
    try {
      desk.restore(Asked.number(Asked.text("removed")).orElse(0L), readers.user());
      notices.done("tags.restored");
    } catch (Refused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect(PAGE);
  }

  private interface Taking {
    long removal();
  }

  private void take(Taking taking) {
    try {
      Faces.redirect(PAGE + "?removed=" + taking.removal());
    } catch (Refused e) {
      notices.refused(e);
    }
  }

  /** A number that is no tag's is refused where it is looked up. */
  private long chosen() {
    return chosen == null ? 0 : chosen.id();
  }

  /** On how many, as it is read. */
  public String used(int count) {
    var reader = readers.reader();
    return count > TagDesk.MOST_COUNTED
        ? reader.word("tags.many", TagDesk.MOST_COUNTED)
        : reader.word("tags.count", count);
  }

  public List<TagUse> getLines() {
    return lines;
  }

  public boolean isMore() {
    return more;
  }

  public int getPage() {
    return Asked.page();
  }

  public String getPart() {
    return Asked.text("q");
  }

  public TagUse getChosen() {
    return chosen;
  }

  /** Name of the tag that was just removed, while it can come back. */
  public String getRemoved() {
    return removed;
  }

  public String getRemoval() {
    return Asked.text("removed");
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }
}
