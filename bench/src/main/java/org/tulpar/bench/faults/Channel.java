package org.tulpar.bench.faults;

/** A channel of an organization for measurements; its instance at the gateway is its key. */
record Channel(String key, String secret) {}
