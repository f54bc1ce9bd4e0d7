package org.tulpar.bench.load;

import java.util.Arrays;

/** Measured durations in nanoseconds. */
final class Sample {

  private final long[] values;
  private int size;

  Sample(int most) {
    values = new long[most];
  }

  void add(long nanos) {
    values[size++] = nanos;
  }

  int size() {
    return size;
  }

  Distribution distribution() {
    Arrays.sort(values, 0, size);
    var curve = new double[Distribution.RANKS.length];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = at(Distribution.RANKS[i]);
    }
    return new Distribution(size, at(50), at(99), at(99.9), at(100), curve);
  }

  private double at(double percent) {
    if (size == 0) {
      return 0;
    }
    var index = (int) Math.ceil(percent / 100 * size) - 1;
    return Math.round(values[Math.clamp(index, 0, size - 1)] / 1e4) / 100.0;
  }
}
