package org.tulpar.integrations.disk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tulpar.media.MediaStore;
import org.tulpar.tenant.OrganizationId;

/**
 * {@code <directory>/<organization>/<two letters>/<id>}: written beside, forced to the disk, then
 * given its name.
 */
@ApplicationScoped
public class DiskMediaStore implements MediaStore {

  @Inject
  @ConfigProperty(name = "tulpar.media.directory", defaultValue = "var/media")
  private String directory;

  @Override
  public void keep(OrganizationId organization, UUID file, byte[] bytes) throws IOException {
    var path = path(organization, file);
    Files.createDirectories(path.getParent());
    var part = path.resolveSibling(file + "." + UUID.randomUUID() + ".part");
    try {
      write(part, bytes);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void write(Path part, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  @Override
  public InputStream open(OrganizationId organization, UUID file, long from) throws IOException {
    var channel = FileChannel.open(path(organization, file), StandardOpenOption.READ);
    return Channels.newInputStream(channel.position(from));
  }

  @Override
  public void drop(OrganizationId organization, UUID file) throws IOException {
    Files.deleteIfExists(path(organization, file));
  }

  private Path path(OrganizationId organization, UUID file) {
    return Path.of(directory)
        .resolve(organization.toString())
        .resolve(file.toString().substring(0, 2))
        .resolve(file.toString());
  }
}
