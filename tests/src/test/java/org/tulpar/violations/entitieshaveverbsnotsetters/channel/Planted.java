package org.tulpar.violations.entitieshaveverbsnotsetters.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Planted {
  @Id private long id;

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
