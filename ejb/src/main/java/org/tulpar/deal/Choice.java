package org.tulpar.deal;

import java.io.Serializable;

/** Something that is chosen by its name: a pipeline, a reason, a person, a client. */
public record Choice(long id, String name) implements Serializable {}
