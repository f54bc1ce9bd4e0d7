package org.tulpar.violations.nobodyprints.channel;

class Planted {
  void say() {
    System.out.println("planted");
  }
}
