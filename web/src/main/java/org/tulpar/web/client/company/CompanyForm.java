package org.tulpar.web.client.company;

import org.tulpar.client.company.Company;
import org.tulpar.client.company.CompanyEdit;

/** What stands in the fields of a company while a person types. */
public class CompanyForm {

  private String name;
  private String about;
  private int version;

  /** An empty one. */
  CompanyForm() {}

  CompanyForm(Company company) {
    name = company.name();
    about = company.about();
    version = company.version();
  }

  CompanyEdit edit() {
    return new CompanyEdit(name, about, version);
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
}
