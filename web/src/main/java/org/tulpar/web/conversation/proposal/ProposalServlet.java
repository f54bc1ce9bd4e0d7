package org.tulpar.web.conversation.proposal;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.tulpar.agent.draft.DraftWriter;
import org.tulpar.agent.draft.ReplyDraft;
import org.tulpar.agent.draft.ReplyDrafts;
import org.tulpar.conversation.provenance.Provenance;
import org.tulpar.kernel.Refused;
import org.tulpar.web.conversation.Asked;
import org.tulpar.web.conversation.Readers;

/**
 * {@code POST /proposals/{conversation}}: the next reply, as soon as it is written; {@code DELETE
 * /proposals/{conversation}}: it is not waited for any more; {@code POST
 * /proposals/{conversation}/{proposal}} with {@code decision}: {@code EDITED} or {@code REJECTED}.
 */
@WebServlet("/proposals/*")
public class ProposalServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int MOST_TYPED = 4096;

  @Inject private transient DraftWriter writer;
  @Inject private transient ReplyDrafts drafts;
  @Inject private transient Readers readers;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var conversation = part(request, 1);
    var proposal = part(request, 2);
    if (conversation.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (proposal.isPresent()) {
      decide(conversation.get(), proposal.get(), request.getParameter("decision"));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      write(conversation.get(), wish(request), response);
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    part(request, 1).ifPresent(conversation -> writer.stop(conversation, readers.user()));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void write(long conversation, String wish, HttpServletResponse response)
      throws IOException, ServletException {
    var reader = readers.reader();
    try {
      var language = reader.locale().getLanguage();
      var draft = writer.write(conversation, reader.userId(), language, wish);
      answer(response, HttpServletResponse.SC_CREATED, json(draft));
    } catch (Refused e) {
      var sentence = Json.createObjectBuilder().add("refused", reader.word(e.code())).build();
      answer(response, HttpServletResponse.SC_CONFLICT, sentence);
    } catch (SQLException e) {
      throw new ServletException("a proposal was not written", e);
    }
  }

  private void decide(long conversation, long proposal, String decision) {
    if ("EDITED".equals(decision)) {
      drafts.edit(conversation, readers.user(), proposal);
    } else if ("REJECTED".equals(decision)) {
      drafts.discard(conversation, readers.user(), proposal);
    }
  }

  private JsonObject json(ReplyDraft draft) {
    return Json.createObjectBuilder()
        .add("id", Long.toString(draft.id()))
        .add("text", draft.text())
        .add("by", by(draft.provenance()))
        .add(
            "language",
            draft.language() == null ? JsonValue.NULL : Json.createValue(draft.language()))
        .add("upTo", draft.upTo())
        .build();
  }

  private String by(Provenance provenance) {
    return switch (provenance) {
      case Provenance.Agent agent when agent.agent().isEmpty() -> agent.model();
      case Provenance.Agent agent -> agent.agent() + " · " + agent.model();
      case Provenance.Rule rule -> "";
    };
  }

  /** As much of what is typed as a message may be. */
  private static String wish(HttpServletRequest request) {
    var typed = request.getParameter("wish");
    return typed == null ? "" : typed.substring(0, Math.min(MOST_TYPED, typed.length()));
  }

  private static Optional<Long> part(HttpServletRequest request, int place) {
    var path = request.getPathInfo() == null ? "" : request.getPathInfo();
    var parts = path.split("/", -1);
    return parts.length > place ? Asked.number(parts[place]) : Optional.empty();
  }

  private static void answer(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(body.toString());
  }
}
