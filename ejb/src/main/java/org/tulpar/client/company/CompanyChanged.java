package org.tulpar.client.company;

import org.tulpar.kernel.Refused;

/** Somebody else saved the company after it was opened, or removed it; theirs stays. */
public class CompanyChanged extends Refused {

  private static final long serialVersionUID = 1L;

  CompanyChanged(long companyId) {
    super("company " + companyId);
  }

  @Override
  public String code() {
    return "refused.company_changed";
  }
}
