package org.tulpar.violations.recordsarereadbytheirnames.web;

record PlantedLine(String text) {
  public boolean isLong() {
    return text.length() > 100;
  }
}
