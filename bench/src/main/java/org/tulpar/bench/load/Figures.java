package org.tulpar.bench.load;

/** Latencies from the moment a message was due, and rates until the last one was through. */
public record Figures(
    Distribution ack, Distribution endToEnd, double acksPerSecond, double repliesPerSecond) {}
