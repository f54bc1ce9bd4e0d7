package org.tulpar.media;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;

/** The transactions of an upload: none of them is open while bytes are written. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class UploadStep {

  @Inject private MediaRows rows;

  public void announce(UUID id, long user, Duration life) {
    rows.announce(id, user, life);
  }

  public void stored(MediaFile file) {
    rows.stored(file);
  }

  public void drop(UUID id, long user) {
    rows.dropSoon(id, user);
  }
}
