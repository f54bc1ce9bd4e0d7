package org.tulpar.tests.browser;

import java.util.List;

/** The pages there are, by their addresses. */
public final class Pages {

  /** Every page of an administrator that shows no one thing. */
  public static final List<String> OF_AN_ADMINISTRATOR =
      List.of(
          "/dashboard",
          "/dashboard/answers",
          "/inbox",
          "/deals",
          "/clients",
          "/clients/new",
          "/companies",
          "/companies/new",
          "/client-fields",
          "/client-import",
          "/client-merge",
          "/orders",
          "/products",
          "/products/new",
          "/product-import",
          "/company-import",
          "/partner-import",
          "/order-import",
          "/partners",
          "/ledger",
          "/deadletters",
          "/welcome",
          "/settings",
          "/settings/organization",
          "/settings/people",
          "/teams",
          "/answering",
          "/settings/facts",
          "/settings/channels",
          "/settings/templates",
          "/canned",
          "/settings/rules",
          "/settings/connect?type=WHATSAPP_CLOUD",
          "/settings/translation",
          "/settings/glossary",
          "/settings/tags",
          "/pipelines",
          "/settings/programs",
          "/settings/audit",
          "/settings/profile",
          "/settings/security");

  private Pages() {}
}
