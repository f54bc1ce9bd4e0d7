package org.tulpar.violations.settingscomefromtheconfiguration.channel;

class Planted {
  String home() {
    return System.getenv("HOME");
  }
}
