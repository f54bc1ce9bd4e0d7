package org.tulpar.media;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.tulpar.kernel.Repository;

/** Gives the files that a person brought to the messages with which they are sent, once. */
@Repository
public class Attachments {

  @Inject private MediaRows rows;

  /**
   * The files, kept for good. Must run in the transaction that sends them.
   *
   * @throws FileRefused when one of them is not this person's, is sent already, or was dropped
   */
  public List<MediaFile> keep(List<UUID> files, long user) {
    return files.stream()
        .map(file -> rows.keep(file, user).orElseThrow(FileRefused::gone))
        .toList();
  }

  public void attach(MediaFile file, long message) {
    rows.attach(file.id(), message);
  }
}
