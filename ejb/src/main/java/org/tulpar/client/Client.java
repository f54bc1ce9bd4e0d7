package org.tulpar.client;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A person who writes to the organization; known by at least one identity, perhaps by nothing else.
 */
@Entity
@Table(name = "client")
public class Client {

  @Id private long id;

  private String name;

  private String phone;

  private String language;

  @Column(name = "company_id", insertable = false, updatable = false)
  private Long companyId;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "client_identity", joinColumns = @JoinColumn(name = "client_id"))
  @OrderBy("createdAt, value")
  private List<ClientIdentity> identities = new ArrayList<>();

  @Version private int version;

  protected Client() {}

  /** Or null. */
  Long companyId() {
    return companyId;
  }

  /**
   * @param company the one this card names, or null
   */
  ClientCard card(ClientCard.Company company) {
    return new ClientCard(
        id,
        name,
        phone,
        language,
        company,
        createdAt,
        identities.stream().map(ClientIdentity::row).toList());
  }
}
