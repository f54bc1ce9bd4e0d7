package org.tulpar.violations.nothinglivesinthesession.web;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;

@SessionScoped
class PlantedBacking implements Serializable {
  private static final long serialVersionUID = 1L;
}
