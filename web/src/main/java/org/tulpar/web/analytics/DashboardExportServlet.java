package org.tulpar.web.analytics;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.analytics.ConversationExport;
import org.tulpar.analytics.ConversationLine;
import org.tulpar.analytics.Dashboard;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.transfer.CsvFile;

/** The conversations of a period as a file; the address is that of the dashboard. */
@WebServlet("/dashboard-export")
public class DashboardExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** In their order in the file; their titles have these names in the messages. */
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "client",
          "phone",
          "channel",
          "status",
          "word",
          "assignee",
          "team",
          "created",
          "last",
          "fromclient",
          "frombot",
          "fromperson",
          "alone",
          "reason",
          "answers",
          "median",
          "longest",
          "stage",
          "amount",
          "currency");

  @Inject private transient ConversationExport export;
  @Inject private transient Dashboard dashboard;
  @Inject private transient Readers readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reader = readers.reader();
    export.write(
        dashboard.period(DashboardBacking.period(request.getParameter("period"))),
        COLUMNS.stream().map(name -> reader.word("dashboard.export." + name)).toList(),
        line -> cells(line, reader),
        CsvFile.separator(reader.locale()),
        readers.user(),
        CsvFile.named("conversations.csv", response));
  }

  private static List<String> cells(ConversationLine line, Reader reader) {
    return Stream.of(about(line, reader), spoken(line, reader), deal(line.deal()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> about(ConversationLine line, Reader reader) {
    return Arrays.asList(
        Long.toString(line.id()),
        line.client(),
        line.phone() == null ? null : "+" + line.phone(),
        line.channel(),
        reader.word("dashboard.status." + line.status()),
        reader.word("dashboard.handler." + line.handler()),
        line.whose(),
        line.team(),
        moment(line.createdAt(), reader),
        moment(line.lastMessageAt(), reader));
  }

  private static List<String> spoken(ConversationLine line, Reader reader) {
    var spoken = line.spoken();
    return Arrays.asList(
        Long.toString(spoken.client()),
        Long.toString(spoken.bot()),
        Long.toString(spoken.person()),
        reader.word(spoken.alone() ? "dashboard.yes" : "dashboard.no"),
        spoken.reason() == null ? null : FigureLines.words(spoken.reason(), reader),
        Long.toString(line.waited().answers()),
        text(line.waited().median()),
        text(line.waited().longest()));
  }

  private static List<String> deal(ConversationLine.Deal deal) {
    return deal == null
        ? Arrays.asList(null, null, null)
        : Arrays.asList(deal.stage(), plain(deal.amount()), deal.currency());
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? null : amount.toPlainString();
  }

  private static String text(Long number) {
    return number == null ? null : number.toString();
  }

  /** To the second, by the reader's clock, as spreadsheets understand it. */
  private static String moment(Instant at, Reader reader) {
    return at.atZone(reader.zone()).toLocalDateTime().withNano(0).toString().replace('T', ' ');
  }
}
