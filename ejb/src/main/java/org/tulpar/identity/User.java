package org.tulpar.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Locale;

/** A person of one organization. The password is not here: only {@link Accounts} reads its hash. */
@Entity
@Table(name = "users")
public class User {

  @Id private long id;

  private String name;

  private String locale;

  @Column(name = "time_zone")
  private String timeZone;

  @Enumerated(EnumType.STRING)
  private Theme theme;

  @Version private int version;

  protected User() {}

  /** From now on the pages speak this language to the person. */
  void speak(Locale language) {
    this.locale = language.getLanguage();
  }

  void prefer(Theme look) {
    this.theme = look;
  }

  /** How colleagues call the person, and where their clock stands. */
  void describe(String called, ZoneId at) {
    this.name = called;
    this.timeZone = at.getId();
  }
}
