package org.tulpar.web.client;

import java.util.List;
import org.tulpar.client.ClientEdit;
import org.tulpar.client.ClientProfile;
import org.tulpar.client.field.CustomField;
import org.tulpar.client.field.FieldValue;

/** What stands in the fields of a card while a person types. */
public class CardForm {

  private String name;
  private String phone;
  private String email;
  private String language;
  private String company;
  private String about;
  private int version;
  private final List<OwnField> extras;

  /** An empty card. */
  CardForm(List<CustomField> fields) {
    extras = fields.stream().map(field -> new OwnField(field, null)).toList();
  }

  CardForm(ClientProfile card) {
    name = card.name();
    phone = card.phone() == null ? null : "+" + card.phone();
    email = card.email();
    language = card.language();
    company = card.company();
    about = card.about();
    version = card.version();
    extras =
        card.fields().stream()
            .map(field -> new OwnField(field.definition(), plain(field.value())))
            .toList();
  }

  ClientEdit edit() {
    return new ClientEdit(
        name, phone, email, language, about, company, OwnField.typed(extras), version);
  }

  private static String plain(FieldValue value) {
    return value == null ? null : value.plain();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
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

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getCompany() {
    return company;
  }

  public void setCompany(String company) {
    this.company = company;
  }

  public String getAbout() {
    return about;
  }

  public void setAbout(String about) {
    this.about = about;
  }

  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public List<OwnField> getExtras() {
    return extras;
  }
}
