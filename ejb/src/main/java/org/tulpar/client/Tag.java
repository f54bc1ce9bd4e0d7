package org.tulpar.client;

import java.io.Serializable;

/** A word that an organization puts on its clients. */
public record Tag(long id, String name) implements Serializable {}
