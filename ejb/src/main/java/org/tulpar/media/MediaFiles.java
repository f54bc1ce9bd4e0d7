package org.tulpar.media;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds files of the organization in scope. */
@Stateless
public class MediaFiles {

  @Inject private MediaRows rows;

  /** Nothing when the organization has no such file, or it is not stored (yet, or any more). */
  public Optional<MediaFile> find(UUID id) {
    return rows.stored(id);
  }
}
