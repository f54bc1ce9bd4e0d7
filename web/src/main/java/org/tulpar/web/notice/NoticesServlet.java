package org.tulpar.web.notice;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.tulpar.conversation.notice.Notice;
import org.tulpar.conversation.notice.NoticeBoard;
import org.tulpar.identity.SignedIn;
import org.tulpar.web.security.CurrentUser;

/**
 * {@code GET /notices?ids=1,2}: how much waits for the person of the session, and which of these
 * conversations concern them. What is no number is not asked for.
 */
@WebServlet("/notices")
public class NoticesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18})*");

  @Inject private transient NoticeBoard board;
  @Inject private transient CurrentUser me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var person = me.required();
    var ids = ids(request.getParameter("ids"));
    List<Notice> found = ids.isEmpty() ? List.of() : board.among(ids, person.id());
    var notices = Json.createArrayBuilder();
    found.forEach(one -> notices.add(json(one, person)));
    var answer =
        Json.createObjectBuilder()
            .add("waiting", board.waiting(person.id()))
            .add("notices", notices)
            .build();
    response.setContentType("application/json;charset=UTF-8");
    response.getWriter().write(answer.toString());
  }

  private static JsonObjectBuilder json(Notice one, SignedIn person) {
    return Json.createObjectBuilder()
        .add("conversation", one.conversation())
        .add("kind", one.kind().name())
        .add("key", one.key())
        .add("title", one.kind().words(person.locale()))
        .add("client", one.client())
        .add("text", one.text() == null ? "" : one.text());
  }

  private static List<Long> ids(String typed) {
    return typed != null && typed.length() <= 1000 && IDS.matcher(typed).matches()
        ? List.of(typed.split(",", -1)).stream().map(Long::valueOf).toList()
        : List.of();
  }
}
