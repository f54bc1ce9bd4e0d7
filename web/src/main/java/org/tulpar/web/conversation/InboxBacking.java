package org.tulpar.web.conversation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.tulpar.conversation.Inbox;
import org.tulpar.conversation.InboxRow;
import org.tulpar.conversation.InboxTab;

/** The list beside the thread: its tab, its rows, and which of them a piece of news concerns. */
@Named("inbox")
@ViewScoped
public class InboxBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Inbox inbox;
  @Inject private Readers readers;
  @Inject private ThreadBacking thread;

  @Inject
  @Param(name = "tab")
  private String asked;

  private InboxTab tab;
  private Inbox.Position next;
  private transient List<Row> rows;
  private transient Inbox.Counts counts;

  /** The page as it is opened. */
  public void open() {
    thread.open();
    counts = inbox.counts(readers.user());
    tab = tab();
    more();
  }

  /** The rows that follow. */
  public void more() {
    var page = inbox.page(tab, readers.user(), next);
    next = page.next();
    show(page.rows());
  }

  /** Those of the changed conversations that lie on this tab; the thread if it is one of them. */
  public void news() {
    var changed = Asked.conversations(Inbox.PAGE);
    counts = inbox.counts(readers.user());
    show(inbox.among(tab, readers.user(), changed));
    thread.news(changed);
  }

  /** Everything anew, after the connection was lost. */
  public void reload() {
    next = null;
    counts = inbox.counts(readers.user());
    more();
    thread.reload();
  }

  public List<Row> getRows() {
    return rows;
  }

  public Inbox.Counts getCounts() {
    return counts;
  }

  public InboxTab getTab() {
    return tab;
  }

  public List<InboxTab> getTabs() {
    return List.of(InboxTab.values());
  }

  public boolean isMore() {
    return next != null;
  }

  /** Whose news this page hears. */
  public String getOrganization() {
    return readers.organization();
  }

  /** How many lie on a tab, or null where that is not counted. */
  public String count(InboxTab of) {
    return switch (of) {
      case MINE -> shown(counts.mine());
      case NEEDS_HUMAN -> shown(counts.needsHuman());
      case BOT -> shown(counts.bot());
      case ALL -> null;
    };
  }

  private static String shown(int count) {
    return count < Inbox.MANY ? Integer.toString(count) : Inbox.MANY - 1 + "+";
  }

  /**
   * The one that is asked for; else where the open conversation surely lies, or where work waits.
   */
  private InboxTab tab() {
    return Arrays.stream(InboxTab.values())
        .filter(known -> known.name().equals(asked))
        .findFirst()
        .orElseGet(() -> thread.isOpen() ? InboxTab.ALL : busiest());
  }

  private InboxTab busiest() {
    if (counts.mine() > 0) {
      return InboxTab.MINE;
    }
    return counts.needsHuman() > 0 ? InboxTab.NEEDS_HUMAN : InboxTab.ALL;
  }

  private void show(List<InboxRow> found) {
    var reader = readers.reader();
    rows = found.stream().map(row -> Row.of(row, reader)).toList();
  }
}
