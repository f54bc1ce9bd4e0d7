package org.tulpar.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A customer of the installation, or the platform itself; everything else belongs to one. */
@Entity
@Table(name = "organization")
public class Organization {

  @Id
  @Column(name = "organization_id")
  private UUID id;

  private String name;

  @Version private int version;

  protected Organization() {}

  String name() {
    return name;
  }
}
