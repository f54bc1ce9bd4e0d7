package org.tulpar.server.payara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tulpar.server.machine.Refusal;
import org.tulpar.server.machine.Settings;
import org.tulpar.server.machine.State;

/** The server as it is published, unpacked whole or not at all; it is never changed afterwards. */
public final class PayaraDistribution {

  private static final String PREFIX = "payara-";
  private final Path archive;
  private final Path directory;

  public PayaraDistribution(Settings settings) {
    this.archive = archive(settings.payaraArchives());
    var name = archive.getFileName().toString();
    var version = name.substring(PREFIX.length(), name.length() - ".zip".length());
    this.directory = settings.state().payara().resolve(version);
  }

  public Path directory() {
    return directory;
  }

  public Path asadmin() {
    return directory.resolve("payara7/bin/asadmin");
  }

  public boolean isUnpacked() {
    return Files.isExecutable(asadmin());
  }

  public void unpack() {
    var partial = directory.resolveSibling(directory.getFileName() + ".new");
    State.remove(partial);
    State.remove(directory);
    try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        unpack(zip, entry, partial);
      }
      Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new Refusal("Cannot unpack Payara to %s: %s.".formatted(directory, e.getMessage()), e);
    }
  }

  private static void unpack(ZipInputStream zip, ZipEntry entry, Path to) throws IOException {
    var target = to.resolve(entry.getName()).normalize();
    if (!target.startsWith(to)) {
      throw new IOException("unexpected name in the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    Files.copy(zip, target);
    if (target.getParent().getFileName().toString().equals("bin")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static Path archive(Path place) {
    if (Files.isRegularFile(place)) {
      return place;
    }
    try (var files = Files.newDirectoryStream(place, PREFIX + "*.zip")) {
      for (var file : files) {
        return file;
      }
    } catch (IOException e) {
      throw new Refusal("There is no %s: run ./run, it builds first.".formatted(place), e);
    }
    throw new Refusal(
        "There is no payara-*.zip in %s: run ./run, it builds first.".formatted(place));
  }
}
