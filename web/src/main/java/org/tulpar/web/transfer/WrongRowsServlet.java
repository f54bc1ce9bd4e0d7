package org.tulpar.web.transfer;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.tulpar.tenant.list.Criteria;
import org.tulpar.transfer.ImportView;
import org.tulpar.transfer.SheetImport;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;

/** The wrong rows of an import as a file to mend and to bring again. */
@WebServlet("/wrong-rows-export")
public class WrongRowsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient SheetImport service;
  @Inject private transient Readers readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var one =
        Optional.ofNullable(Criteria.number(request.getParameter("import"))).flatMap(service::byId);
    if (one.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var reader = readers.reader();
    service.writeWrongRows(
        one.get().id(),
        reader.words("import.why"),
        row -> why(one.get(), row, reader),
        CsvFile.separator(reader.locale()),
        reader.userId(),
        CsvFile.named("wrong-rows.csv", response));
  }

  private static String why(ImportView one, SheetImport.WrongRow row, Reader reader) {
    var words = Reasons.of(one.kind(), row.reason(), reader);
    return row.column() == null || row.column().isBlank() ? words : row.column() + ": " + words;
  }
}
