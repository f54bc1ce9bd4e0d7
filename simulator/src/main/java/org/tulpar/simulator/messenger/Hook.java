package org.tulpar.simulator.messenger;

import java.util.Map;

/** A webhook as its provider sends it. */
record Hook(String event, String detail, Map<String, String> headers, byte[] body) {}
