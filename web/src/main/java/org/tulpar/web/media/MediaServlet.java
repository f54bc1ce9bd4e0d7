package org.tulpar.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import org.tulpar.media.FileType.Shape;
import org.tulpar.media.MediaFile;
import org.tulpar.media.MediaFiles;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.TenantScope;

/** {@code GET /media/{id}}: a stored file, whole or the part a player asks for. */
@WebServlet("/media/*")
public class MediaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int BUFFER = 64 * 1024;

  @Inject private transient MediaFiles files;
  @Inject private transient MediaStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var file = id(request.getPathInfo()).flatMap(files::find);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    var range = ByteRange.of(request.getHeader("Range"), file.get().bytes());
    describe(file.get(), response);
    if (range.unsatisfiable()) {
      response.setHeader("Content-Range", "bytes */" + file.get().bytes());
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
    } else {
      give(file.get(), range, response);
    }
  }

  private static Optional<UUID> id(String path) {
    try {
      return path == null ? Optional.empty() : Optional.of(UUID.fromString(path.substring(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no name of a file: there is none
    }
  }

  private static void describe(MediaFile file, HttpServletResponse response) {
    var shown = file.type().shape() != Shape.OTHER;
    response.setContentType(file.type().contentType());
    named(response, shown, file.name());
    response.setHeader("Accept-Ranges", "bytes");
    response.setHeader("Cache-Control", "private, max-age=3600");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
  }

  static void named(HttpServletResponse response, boolean shown, String name) {
    response.setHeader("Content-Disposition", disposition(shown, name));
  }

  /** RFC 6266; everything but letters and digits of the name is escaped. */
  private static String disposition(boolean shown, String name) {
    var kind = shown ? "inline" : "attachment";
    if (name == null || name.isBlank()) {
      return kind;
    }
    var escaped =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return kind + "; filename*=UTF-8''" + escaped;
  }

  private void give(MediaFile file, ByteRange range, HttpServletResponse response)
      throws IOException {
    try (var in = store.open(TenantScope.required(), file.id(), range.from())) {
      if (range.partial()) {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(
            "Content-Range", "bytes %d-%d/%d".formatted(range.from(), range.to(), file.bytes()));
      }
      response.setContentLengthLong(range.length());
      var out = response.getOutputStream();
      var buffer = new byte[BUFFER];
      var left = range.length();
      for (int n = 0; left > 0 && n >= 0; left -= n) {
        n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        out.write(buffer, 0, Math.max(n, 0));
      }
    } catch (NoSuchFileException e) {
      getServletContext().log("a file that should be stored is gone: " + file.id(), e);
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
