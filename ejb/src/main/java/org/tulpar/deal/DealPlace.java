package org.tulpar.deal;

import java.io.Serializable;

/** Where a card lies in its stage; what follows begins behind it. */
public record DealPlace(long place, long id) implements Serializable {}
