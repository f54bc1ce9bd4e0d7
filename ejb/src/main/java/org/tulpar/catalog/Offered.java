package org.tulpar.catalog;

/** Something to choose. */
public record Offered(long id, String name) {}
