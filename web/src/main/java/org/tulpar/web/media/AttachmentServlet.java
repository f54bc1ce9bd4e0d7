package org.tulpar.web.media;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.tulpar.media.FileRefused;
import org.tulpar.media.MediaFile;
import org.tulpar.media.UploadDesk;
import org.tulpar.web.security.CurrentUser;

/**
 * {@code POST /attachments}: a file that will be sent, as the part {@code file} of a form; {@code
 * DELETE /attachments/{id}}: it will not. Answers in JSON, a refusal with its sentence. A page of
 * another site cannot call it: it cannot set the header that is asked for.
 */
@WebServlet("/attachments/*")
@MultipartConfig(
    fileSizeThreshold = 1024 * 1024,
    maxFileSize = AttachmentServlet.MOST,
    maxRequestSize = AttachmentServlet.MOST + 64 * 1024)
public class AttachmentServlet extends HttpServlet {

  /** In bytes: keeps a hostile request off the disk; what is sent is bounded by the settings. */
  static final long MOST = 128L * 1024 * 1024;

  /** Set by our own pages. */
  private static final String OURS = "X-Tulpar-Page";

  private static final long serialVersionUID = 1L;

  @Inject private transient UploadDesk desk;
  @Inject private transient CurrentUser user;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getHeader(OURS) == null) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    try {
      var part = request.getPart("file");
      if (part == null) {
        refuse(response, HttpServletResponse.SC_BAD_REQUEST, "file_empty");
      } else {
        answer(response, HttpServletResponse.SC_CREATED, json(take(part)));
      }
    } catch (FileRefused e) {
      refuse(response, status(e), e.code().substring("refused.".length()));
    } catch (IllegalStateException e) {
      // The container's own limit.
      getServletContext().log("an upload was cut off", e);
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "file_too_large");
    }
  }

  @Override
  protected void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
      desk.leave(UUID.fromString(path), user.required().id());
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (IllegalArgumentException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND); // no name of a file: there is none
    }
  }

  private MediaFile take(Part part) throws IOException {
    try (var in = part.getInputStream()) {
      return desk.take(
          user.required().id(), part.getSubmittedFileName(), part.getContentType(), in);
    } finally {
      part.delete();
    }
  }

  private static int status(FileRefused refusal) {
    if (refusal.isTooLarge()) {
      return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    }
    return refusal.isType()
        ? HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE
        : HttpServletResponse.SC_BAD_REQUEST;
  }

  private static JsonObject json(MediaFile file) {
    return Json.createObjectBuilder()
        .add("id", file.id().toString())
        .add("name", file.name())
        .add("bytes", file.bytes())
        .add("shape", file.type().shape().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private void refuse(HttpServletResponse response, int status, String reason) throws IOException {
    var words =
        ResourceBundle.getBundle("i18n.messages", user.required().locale())
            .getString("refused." + reason);
    var most = desk.mostBytes() / (1024 * 1024);
    answer(
        response,
        status,
        Json.createObjectBuilder()
            .add("refused", words.replace("{0}", Integer.toString(most)))
            .build());
  }

  private static void answer(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(body.toString());
  }
}
