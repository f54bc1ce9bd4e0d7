package org.tulpar.web.client.company;

import java.util.List;
import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyEdit;
import org.tulpar.client.field.CustomField;
import org.tulpar.web.client.OwnField;

/** What stands in the fields of a company while a person types. */
public class CompanyForm {

  private String name;
  private String about;
  private int version;
  private final List<OwnField> extras;

  /** An empty one. */
  CompanyForm(List<CustomField> fields) {
    extras = fields.stream().map(field -> new OwnField(field, null)).toList();
  }

  CompanyForm(Company company, List<CustomField> fields) {
    extras =
        fields.stream()
            .map(field -> new OwnField(field, company.values().get(field.id())))
            .toList();
    name = company.name();
    about = company.about();
    version = company.version();
  }

  CompanyEdit edit() {
    return new CompanyEdit(name, about, OwnField.typed(extras), version);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
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
