package org.tulpar.web.client.company;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.tulpar.client.company.CompanyExport;
import org.tulpar.client.company.CompanyFilter;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.transfer.CsvFile;

/** The companies of a filter as a file; the address is that of the list. */
@WebServlet("/companies-export")
public class CompaniesExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CompanyExport export;
  @Inject private transient Readers readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reader = readers.reader();
    var titles =
        Stream.of("name", "about", "tags", "clients", "deals", "amount", "currency")
            .map(column -> reader.word("companies.export." + column))
            .toList();
    export.write(
        CompanyFilter.read(request::getParameterValues),
        titles,
        CsvFile.separator(reader.locale()),
        readers.user(),
        CsvFile.named("companies.csv", response));
  }
}
