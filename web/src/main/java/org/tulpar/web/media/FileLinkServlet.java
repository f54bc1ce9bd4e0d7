package org.tulpar.web.media;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.tulpar.media.FileLinks;
import org.tulpar.media.MediaFile;
import org.tulpar.media.MediaFiles;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.TenantScope;

/**
 * {@code GET /files/{link}}: one file for a provider that fetches what it sends. The link is the
 * permission; whatever else is asked for does not exist.
 */
@WebServlet("/files/*")
public class FileLinkServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient FileLinks links;
  @Inject private transient MediaFiles files;
  @Inject private transient MediaStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    var link = links.open(path);
    var file = link.flatMap(this::found);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(file.get().type().contentType());
    response.setContentLengthLong(file.get().bytes());
    MediaServlet.named(response, false, file.get().name());
    try (var in = store.open(link.get().organization(), file.get().id(), 0)) {
      in.transferTo(response.getOutputStream());
    }
  }

  private Optional<MediaFile> found(FileLinks.Opened link) {
    return TenantScope.within(link.organization(), () -> files.find(link.file()));
  }
}
