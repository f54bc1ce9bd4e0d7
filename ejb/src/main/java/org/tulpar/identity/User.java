package org.tulpar.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;

/** A person of one organization. The password is not here: only {@link Accounts} reads its hash. */
@Entity
@Table(name = "users")
public class User {

  @Id private long id;

  private String locale;

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
}
