package org.tulpar.operations.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;

/** Where this node writes, and how much is free there. */
@ApplicationScoped
class Disks {

  private static final String[] PLACES = {
    "tulpar.backup.directory", "tulpar.media.directory", "tulpar.broker.directory"
  };
  private static final int LEAST_PERCENT = 5;
  private static final long LEAST_BYTES = 1L << 30;

  @Inject private Config config;

  /** Percent that are free where it is too little, by the directory. */
  Map<String, Long> full() {
    var full = new TreeMap<String, Long>();
    for (var place : PLACES) {
      config
          .getOptionalValue(place, String.class)
          .map(Path::of)
          .filter(Files::exists)
          .ifPresent(directory -> look(directory, full));
    }
    return full;
  }

  private static void look(Path directory, Map<String, Long> full) {
    try {
      var store = Files.getFileStore(directory);
      var free = store.getUsableSpace();
      var percent = free * 100 / Math.max(1, store.getTotalSpace());
      if (percent < LEAST_PERCENT || free < LEAST_BYTES) {
        full.put(directory.toString(), percent);
      }
    } catch (IOException e) {
      full.put(directory.toString(), 0L); // nobody writes to a disk that cannot be asked
    }
  }
}
