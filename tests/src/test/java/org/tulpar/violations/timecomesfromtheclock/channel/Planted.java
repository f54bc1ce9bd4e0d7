package org.tulpar.violations.timecomesfromtheclock.channel;

import java.time.Instant;

class Planted {
  Instant asked() {
    return Instant.now();
  }
}
