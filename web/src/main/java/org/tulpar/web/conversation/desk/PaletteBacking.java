package org.tulpar.web.conversation.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.tulpar.conversation.list.Inbox;
import org.tulpar.conversation.list.InboxFilter;
import org.tulpar.conversation.list.InboxTab;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Chips;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.conversation.Row;

/** The few conversations that fit what is typed into the palette. */
@Named("palette")
@RequestScoped
public class PaletteBacking {

  private static final int MOST = 8;

  @Inject private Inbox inbox;
  @Inject private Chips chips;
  @Inject private Readers readers;

  private List<Row> rows;

  public void search() {
    var filter = InboxFilter.of(Map.of("q", Asked.text("q"))::get, InboxTab.ALL);
    var reader = readers.reader();
    rows =
        inbox.first(filter, readers.user(), MOST).stream()
            .map(row -> Row.of(row, reader, chips))
            .toList();
  }

  /** Null unless something was searched for. */
  public List<Row> getRows() {
    return rows;
  }
}
