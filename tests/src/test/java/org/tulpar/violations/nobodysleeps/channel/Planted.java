package org.tulpar.violations.nobodysleeps.channel;

class Planted {
  void pause() throws InterruptedException {
    Thread.sleep(1L);
  }
}
