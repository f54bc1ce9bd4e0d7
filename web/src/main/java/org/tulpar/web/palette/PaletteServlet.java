package org.tulpar.web.palette;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tulpar.tenant.list.Criteria;

/** {@code GET /palette?q=lake}: what fits what is typed, of what the person may open. */
@WebServlet("/palette")
public class PaletteServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Findings findings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var words = Criteria.search(request.getParameter("q"));
    var lines = Json.createArrayBuilder();
    if (!words.isEmpty()) {
      findings.of(words).forEach(one -> lines.add(one.json()));
    }
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(lines.build().toString());
  }
}
