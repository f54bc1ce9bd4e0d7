package org.tulpar.bench.compare;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A system that is measured. */
interface Side {

  String name();

  /** What the driver must know to reach it: options of {@code bench/load}. */
  List<String> driver();

  /** Name and id of its processes. */
  Map<String, Long> processes() throws IOException;

  /** The processes that answer customers. */
  List<Long> workers() throws IOException;

  /** Starts them again after their death. */
  void revive() throws IOException, InterruptedException;
}
