package org.tulpar.violations.edgestouchnoentity.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Stored {
  @Id private long id;

  public long id() {
    return id;
  }
}
