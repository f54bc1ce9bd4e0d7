package org.tulpar.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.tulpar.client.field.ClientRefused;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.list.ClientList;
import org.tulpar.client.list.ClientSort;
import org.tulpar.client.list.FilterChoices;
import org.tulpar.client.list.Segment;
import org.tulpar.client.list.Segments;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/** The list as its address says. */
@Named("clients")
@RequestScoped
public class ClientsBacking {

  @Inject private ClientList list;
  @Inject private FilterChoices choices;
  @Inject private Segments segments;
  @Inject private Readers readers;
  @Inject private Notices notices;
  @Inject private UndoBacking undo;

  private ClientFilter filter;
  private ClientList.Page page;
  private List<ClientLine> lines;
  private List<Segment> kept;
  private Integer count;
  private String segmentName;

  public ClientFilter getFilter() {
    if (filter == null) {
      filter = choices.standing(ClientFilter.read(Faces::getRequestParameterValues));
    }
    return filter;
  }

  public List<ClientLine> getLines() {
    if (lines == null) {
      var reader = readers.reader();
      lines = page().rows().stream().map(row -> ClientLine.of(row, reader)).toList();
    }
    return lines;
  }

  /** The address of the page before, or null. */
  public String getBefore() {
    return page().before() == null ? null : address("before", page().before());
  }

  /** The address of the next page, or null. */
  public String getAfter() {
    return page().after() == null ? null : address("after", page().after());
  }

  public String getShown() {
    var reader = readers.reader();
    return count() > ClientList.MANY
        ? reader.word("clients.shown.many", getLines().size(), ClientList.MANY)
        : reader.word("clients.shown", getLines().size(), count());
  }

  public String getTotal() {
    return readers
        .reader()
        .word(count() > ClientList.MANY ? "clients.total.many" : "clients.total", count());
  }

  public boolean isNarrow() {
    return getFilter().isNarrow();
  }

  public List<Segment> getSegments() {
    if (kept == null) {
      kept = segments.all();
    }
    return kept;
  }

  /** The segment whose filter is shown, or null. */
  public Segment getSegment() {
    var query = getFilter().query();
    return getSegments().stream().filter(one -> one.query().equals(query)).findFirst().orElse(null);
  }

  /** The filter's parameters, for a form that shall keep them. */
  public List<Map.Entry<String, String>> getParameters() {
    return getFilter().criteria().parameters();
  }

  public List<ClientSort> getSorts() {
    return List.of(ClientSort.values());
  }

  /** Keeps the filter under the name that was typed. */
  public void keep() {
    try {
      segments.save(segmentName, getFilter(), readers.user());
      notices.done("segment.kept");
    } catch (ClientRefused e) {
      notices.refusedBefore(e);
    }
    Faces.redirect("clients?" + getFilter().query());
  }

  /** Forgets the segment that is shown; the clients stay. */
  public void forget() {
    var segment = getSegment();
    if (segment != null) {
      segments.remove(segment.id());
      undo.offer("segment.forgotten", Map.of("name", segment.name(), "query", segment.query()));
    }
    Faces.redirect("clients");
  }

  /** The segment that was just forgotten, with its filter again. */
  public void restore() {
    var again = ClientFilter.read(Asked.query(Asked.text("undo.query"))::get);
    undo.back(
        () -> segments.save(undo.value("name"), again, readers.user()), "clients?" + again.query());
  }

  public String getSegmentName() {
    return segmentName;
  }

  public void setSegmentName(String segmentName) {
    this.segmentName = segmentName;
  }

  private int count() {
    if (count == null) {
      count = list.count(getFilter());
    }
    return count;
  }

  private ClientList.Page page() {
    if (page == null) {
      var before = ClientList.Position.read(Faces.getRequestParameter("before"));
      var after = ClientList.Position.read(Faces.getRequestParameter("after"));
      page =
          before
              .map(first -> list.before(getFilter(), first))
              .or(() -> after.map(last -> list.after(getFilter(), last)))
              .orElseGet(() -> list.first(getFilter()));
    }
    return page;
  }

  private String address(String side, ClientList.Position position) {
    var query = getFilter().query();
    return "clients?"
        + (query.isEmpty() ? "" : query + "&")
        + side
        + "="
        + URLEncoder.encode(position.toString(), StandardCharsets.UTF_8);
  }
}
