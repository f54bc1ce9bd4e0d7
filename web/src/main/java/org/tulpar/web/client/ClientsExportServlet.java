package org.tulpar.web.client;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.tulpar.client.list.ClientFilter;
import org.tulpar.client.transfer.ClientExport;
import org.tulpar.client.transfer.Mapping;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.transfer.CsvFile;

/** The clients of a filter as a file; the address is that of the list. */
@WebServlet("/clients-export")
public class ClientsExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient ClientExport export;
  @Inject private transient Readers readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reader = readers.reader();
    var titles =
        Stream.concat(
                Mapping.TARGETS.stream().map(target -> reader.word("import.target." + target)),
                Stream.of(reader.word("card.since")))
            .toList();
    export.write(
        ClientFilter.read(request::getParameterValues),
        titles,
        CsvFile.separator(reader.locale()),
        readers.user(),
        CsvFile.named("clients.csv", response));
  }
}
