package org.tulpar.web.catalog;

import org.tulpar.catalog.partner.Partner;
import org.tulpar.catalog.partner.PartnerEdit;

/** What stands in the fields of a partner while a person types. */
public class PartnerForm {

  private String name;
  private String person;
  private String phone;
  private String email;
  private String about;
  private String commission;
  private boolean active = true;
  private int version;

  /** An empty one. */
  PartnerForm() {}

  PartnerForm(Partner partner) {
    name = partner.name();
    person = partner.person();
    phone = partner.phone() == null ? null : "+" + partner.phone();
    email = partner.email();
    about = partner.about();
    commission =
        partner.commission() == null
            ? null
            : partner.commission().stripTrailingZeros().toPlainString();
    active = partner.active();
    version = partner.version();
  }

  PartnerEdit edit() {
    return new PartnerEdit(name, person, phone, email, about, commission, active, version);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  public String getCommission() {
    return commission;
  }

  public void setCommission(String commission) {
    this.commission = commission;
  }

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean active) {
    this.active = active;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }
}
