package org.tulpar.web.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Puts a checksum of its content into the address of each of our resources, so that a browser may
 * keep it for a year and still sees a new version at once.
 */
public class Fingerprints extends ResourceHandlerWrapper {

  static final String LIBRARY = "tulpar";

  private final Map<String, String> known = new ConcurrentHashMap<>();

  public Fingerprints(ResourceHandler wrapped) {
    super(wrapped);
  }

  static String address(FacesContext context, String name) {
    return context
        .getApplication()
        .getResourceHandler()
        .createResource(name, LIBRARY)
        .getRequestPath();
  }

  @Override
  public Resource createResource(String name, String library) {
    var resource = super.createResource(name, library);
    if (resource == null || !LIBRARY.equals(library)) {
      return resource;
    }
    return new Marked(resource, known.computeIfAbsent(name, ignored -> checksum(resource)));
  }

  private static String checksum(Resource resource) {
    try (var in = resource.getInputStream()) {
      var crc = new CRC32();
      crc.update(in.readAllBytes());
      return Long.toHexString(crc.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Marked extends ResourceWrapper {

    private final String mark;

    Marked(Resource wrapped, String mark) {
      super(wrapped);
      this.mark = mark;
    }

    @Override
    public String getRequestPath() {
      var path = super.getRequestPath();
      return path + (path.contains("?") ? "&" : "?") + "v=" + mark;
    }
  }
}
