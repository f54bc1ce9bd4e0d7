package org.tulpar.web.catalog;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.tulpar.catalog.order.OrderExport;
import org.tulpar.catalog.order.OrderFilter;
import org.tulpar.catalog.partner.PartnerExport;
import org.tulpar.catalog.partner.PartnerFilter;
import org.tulpar.catalog.product.ProductExport;
import org.tulpar.catalog.product.ProductFilter;
import org.tulpar.catalog.transfer.PartnerImporter;
import org.tulpar.web.conversation.Reader;
import org.tulpar.web.conversation.Readers;
import org.tulpar.web.transfer.CsvFile;

/** The products, orders or partners of a filter as a file; the address is that of the list. */
@WebServlet({"/products-export", "/orders-export", "/partners-export"})
public class CatalogExportServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final List<String> PRODUCT =
      List.of(
          "code",
          "name",
          "type",
          "description",
          "partner",
          "unit",
          "price",
          "currency",
          "season",
          "valid_from",
          "valid_to");

  private static final List<String> ORDER =
      List.of(
          "number", "time", "status", "client", "product", "lines", "day", "amount", "currency");

  @Inject private transient ProductExport products;
  @Inject private transient OrderExport orders;
  @Inject private transient PartnerExport partners;
  @Inject private transient Readers readers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var reader = readers.reader();
    var list = request.getServletPath().replaceAll("^/|-export$", "");
    var file = CsvFile.named(list + ".csv", response);
    var separator = CsvFile.separator(reader.locale());
    switch (list) {
      case "products" ->
          products.write(
              ProductFilter.of(request::getParameter),
              titles("products.import.target.", PRODUCT.stream(), reader),
              separator,
              readers.user(),
              file);
      case "partners" ->
          partners.write(
              PartnerFilter.of(request::getParameter),
              titles("partners.import.target.", PartnerImporter.TARGETS.stream(), reader),
              separator,
              readers.user(),
              file);
      default ->
          orders.write(
              OrderFilter.of(request::getParameter),
              titles("orders.export.", ORDER.stream(), reader),
              status -> reader.word("order.status." + status),
              separator,
              readers.user(),
              file);
    }
  }

  private static List<String> titles(String key, Stream<String> columns, Reader reader) {
    return columns.map(column -> reader.word(key + column)).toList();
  }
}
