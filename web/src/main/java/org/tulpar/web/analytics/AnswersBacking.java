package org.tulpar.web.analytics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.tulpar.analytics.AnswerFilter;
import org.tulpar.analytics.AnswerRow;
import org.tulpar.analytics.Answers;
import org.tulpar.analytics.Dashboard;
import org.tulpar.analytics.Figures;
import org.tulpar.tenant.list.Page;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;

/** The answers behind a number of the dashboard: the page's address says which. */
@Named("answers")
@RequestScoped
public class AnswersBacking {

  private static final int USUAL = 30;

  @Inject private Answers answers;
  @Inject private Dashboard dashboard;
  @Inject private Readers readers;

  private AnswerFilter filter;
  private Figures.Waits whole;
  private List<AnswerRow> found;

  public void open() {
    filter = AnswerFilter.of(Faces::getRequestParameter, dashboard.period(USUAL));
    whole = answers.whole(filter);
    found = answers.slowest(filter, after(Faces.getRequestParameter("after")));
  }

  /** Null for the first page, and for what is not understood. */
  static Answers.Place after(String text) {
    if (text == null || !text.matches("[0-9]{1,12}\\.-?[0-9]{1,18}")) {
      return null;
    }
    var parts = text.split("\\.", 2);
    return new Answers.Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  public List<AnswerLine> getLines() {
    var reader = readers.reader();
    return page().map(row -> line(row, reader)).toList();
  }

  /** The address of the page that follows, or null. */
  public String getNext() {
    return found.size() <= Page.SIZE
        ? null
        : page()
            .reduce((first, second) -> second)
            .map(
                last ->
                    Addresses.answers(filter) + "&after=" + last.seconds() + "." + last.message())
            .orElse(null);
  }

  private Stream<AnswerRow> page() {
    return found.stream().limit(Page.SIZE);
  }

  private static AnswerLine line(AnswerRow row, Reader reader) {
    return new AnswerLine(
        row.conversation(),
        row.client(),
        row.person() == null ? reader.word("dashboard.phone") : row.person(),
        row.channel(),
        Said.time(row.seconds(), reader),
        row.seconds() > Dashboard.LATE_SECONDS,
        reader.when(row.at()),
        reader.exact(row.at()));
  }

  /** Which answers these are, and what they come to. */
  public String getAbout() {
    var reader = readers.reader();
    var days = reader.days(filter.period().from(), filter.period().to());
    return reader.word(
        "answers.about",
        days,
        Said.number(whole.answers(), reader),
        Said.time(whole.median(), reader),
        Said.time(whole.most(), reader));
  }

  public boolean isLate() {
    return filter.late();
  }

  /** The same days, all answers of them. */
  public String getWhole() {
    return Addresses.answers(AnswerFilter.of(filter.period()));
  }

  /** Whether only some of the answers of these days are meant. */
  public boolean isNarrow() {
    return !filter.equals(AnswerFilter.of(filter.period()));
  }
}
