package org.tulpar.web.transfer;

/** Something that a column may be. */
public record ImportTarget(String value, String label) {}
