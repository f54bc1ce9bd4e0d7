package org.tulpar.violations.threadsarethecontainers.channel;

class Planted {
  Thread start(Runnable work) {
    return Thread.ofVirtual().start(work);
  }
}
