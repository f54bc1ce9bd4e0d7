package org.tulpar.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds who knows a kind of file; there is one for each. */
@ApplicationScoped
public class Importers {

  @Inject @Any private Instance<Importer> all;

  Importer of(ImportKind kind) {
    return all.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }
}
