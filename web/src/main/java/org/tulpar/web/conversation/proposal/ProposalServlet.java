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
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.tulpar.agent.draft.DraftUnknown;
import org.tulpar.agent.draft.DraftWriter;
import org.tulpar.agent.draft.ReplyDraft;
import org.tulpar.agent.draft.ReplyDrafts;
import org.tulpar.conversation.ConversationUnknown;
import org.tulpar.conversation.provenance.Provenance;
import org.tulpar.kernel.Outage;
import org.tulpar.kernel.Refused;
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
  private static final Pattern IDS = Pattern.compile("(/[0-9]{1,18}){1,2}");
  private static final System.Logger LOG = System.getLogger(ProposalServlet.class.getName());

  @Inject private transient DraftWriter writer;
  @Inject private transient ReplyDrafts drafts;
  @Inject private transient Readers readers;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    var ids = ids(request);
    if (ids.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (ids.size() == 1) {
      write(ids.getFirst(), wish(request), response);
    } else {
      decide(ids.getFirst(), ids.getLast(), request.getParameter("decision"), response);
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var ids = ids(request);
    if (ids.size() == 1) {
      writer.stop(ids.getFirst(), readers.user());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void write(long conversation, String wish, HttpServletResponse response)
      throws IOException, ServletException {
    var reader = readers.reader();
    try {
      var language = reader.locale().getLanguage();
      var draft = writer.write(conversation, reader.userId(), language, wish);
      answer(response, HttpServletResponse.SC_CREATED, json(draft));
    } catch (ConversationUnknown e) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, reader.word(e.code()));
    } catch (Refused e) {
      refuse(response, HttpServletResponse.SC_CONFLICT, reader.word(e.code()));
    } catch (SQLException | RuntimeException e) {
      if (!Outage.isBehind(e)) {
        throw new ServletException("a proposal was not written", e);
      }
      LOG.log(System.Logger.Level.WARNING, "a proposal was not written", e);
      refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, reader.word("error.503.text"));
    }
  }

  private static void refuse(HttpServletResponse response, int status, String sentence)
      throws IOException {
    answer(response, status, Json.createObjectBuilder().add("refused", sentence).build());
  }

  private void decide(
      long conversation, long proposal, String decision, HttpServletResponse response)
      throws IOException {
    try {
      response.setStatus(decide(conversation, proposal, decision));
    } catch (DraftUnknown e) {
      refuse(response, HttpServletResponse.SC_NOT_FOUND, readers.reader().word(e.code()));
    }
  }

  /** Returns the status of the answer. */
  private int decide(long conversation, long proposal, String decision) {
    switch (decision) {
      case "EDITED" -> drafts.edit(conversation, readers.user(), proposal);
      case "REJECTED" -> drafts.discard(conversation, readers.user(), proposal);
      case null, default -> {
        return HttpServletResponse.SC_BAD_REQUEST;
      }
    }
    return HttpServletResponse.SC_NO_CONTENT;
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

  /** A conversation, and perhaps a proposal; nothing when it is anything else. */
  private static List<Long> ids(HttpServletRequest request) {
    var path = request.getPathInfo() == null ? "" : request.getPathInfo();
    return IDS.matcher(path).matches()
        ? Arrays.stream(path.substring(1).split("/")).map(Long::valueOf).toList()
        : List.of();
  }

  private static void answer(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(body.toString());
  }
}
