package org.tulpar.web.conversation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxRow;
import org.tulpar.conversation.list.InboxSort;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.web.shell.Brought;

/** The list beside the thread: its filter, its rows, and which of them a piece of news concerns. */
@Named("inbox")
@ViewScoped
public class InboxBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Inbox inbox;
  @Inject private Readers readers;
  @Inject private Chips chips;
  @Inject private ThreadBacking thread;

  private InboxFilter filter;
  private Inbox.Position next;
  private boolean cut;
  private final Brought<List<Row>> rows = new Brought<>();
  private final Brought<List<Long>> told = new Brought<>();
  private final Brought<Inbox.Counts> counts = new Brought<>();

  /** The page as it is opened. */
  public void open() {
    thread.open();
    counts.set(inbox.counts(readers.user()));
    var asked = InboxFilter.of(Faces::getRequestParameter, InboxTab.ALL);
    filter =
        asked.isNarrow() || Faces.getRequestParameter("tab") != null ? asked : asked.on(usual());
    more();
  }

  /** The rows that follow. */
  public void more() {
    show(inbox.page(filter, readers.user(), next));
  }

  /**
   * Those of the changed conversations that lie on this tab; the thread if it is one of them. What
   * is said in the open one alone may be asked for many times a second: then nothing is counted,
   * and the page keeps the numbers it has.
   */
  public void news() {
    var changed = Asked.conversations(Inbox.PAGE);
    if (Asked.flag("alone")) {
      among(changed);
    } else {
      look(changed);
    }
    thread.news(changed);
  }

  /** How these conversations stand in the list now, on a page that has one. */
  public void look(List<Long> changed) {
    if (filter == null) {
      return;
    }
    counts.set(inbox.counts(readers.user()));
    among(changed);
  }

  /** Everything anew, after the connection was lost. */
  public void reload() {
    counts.set(inbox.counts(readers.user()));
    var shown = Asked.number(Asked.text("rows")).orElse(0L);
    show(inbox.again(filter, readers.user(), shown));
    thread.reload();
  }

  public List<Row> getRows() {
    return rows.get();
  }

  /**
   * The conversations of which the rows tell how they stand: one without a row does not lie on this
   * pile. Empty where the rows are a page of it.
   */
  public String getTold() {
    return told.get().stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  public Inbox.Counts getCounts() {
    return counts.get();
  }

  public InboxFilter getFilter() {
    return filter;
  }

  public InboxTab getTab() {
    return filter.tab();
  }

  public List<InboxTab> getTabs() {
    return List.of(InboxTab.values());
  }

  public boolean isMore() {
    return next != null;
  }

  /** Whether the list is over, and older messages have the words of the search, too. */
  public boolean isCut() {
    return cut;
  }

  /** How many messages a search looks at. */
  public int getSearched() {
    return Inbox.SEARCHED;
  }

  public boolean isLatestFirst() {
    return filter.order() == InboxSort.LATEST;
  }

  /** The address of the same rows in the other order. */
  public String getOtherOrder() {
    return filter.by(isLatestFirst() ? InboxSort.WAITING : InboxSort.LATEST).query();
  }

  /** What a tab leads to: the same filter on another pile. */
  public String address(InboxTab of) {
    return filter.on(of).query();
  }

  /** Whose news this page hears. */
  public String getOrganization() {
    return readers.organization();
  }

  /** How many lie on a tab. */
  public String count(InboxTab of) {
    return switch (of) {
      case MINE -> shown(counts.get().mine(), Inbox.MANY);
      case NEEDS_HUMAN -> shown(counts.get().needsHuman(), Inbox.MANY);
      case UNASSIGNED -> shown(counts.get().unassigned(), Inbox.MANY);
      case BOT -> shown(counts.get().bot(), Inbox.MANY);
      case ALL -> shown(counts.get().all(), Inbox.VERY_MANY);
    };
  }

  private String shown(int count, int most) {
    var number = NumberFormat.getIntegerInstance(readers.reader().locale());
    return count < most ? number.format(count) : number.format(most - 1) + "+";
  }

  /** Where the open conversation surely lies, or where work waits. */
  private InboxTab usual() {
    if (thread.isOpen()) {
      return InboxTab.ALL;
    }
    if (counts.get().mine() > 0) {
      return InboxTab.MINE;
    }
    return counts.get().needsHuman() > 0 ? InboxTab.NEEDS_HUMAN : InboxTab.ALL;
  }

  private void among(List<Long> changed) {
    told.set(changed);
    show(inbox.among(filter, readers.user(), changed));
  }

  private void show(Inbox.Page page) {
    next = page.next();
    cut = next == null && inbox.cut(filter);
    told.set(List.of());
    show(page.rows());
  }

  private void show(List<InboxRow> found) {
    var reader = readers.reader();
    rows.set(found.stream().map(row -> Row.of(row, reader, chips)).toList());
  }
}
