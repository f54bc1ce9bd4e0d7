package org.tulpar.violations.batchartifactsarenamed.batch;

import jakarta.batch.api.AbstractBatchlet;

class Planted extends AbstractBatchlet {
  @Override
  public String process() {
    return "done";
  }
}
