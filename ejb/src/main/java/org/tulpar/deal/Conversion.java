package org.tulpar.deal;

import java.io.Serializable;

/**
 * How far the deals came that were made in a period.
 *
 * @param reached how many were in this stage or in a later one that is not a loss
 * @param percent of those that reached the first stage; null when there were none
 */
public record Conversion(long stageId, long reached, Integer percent) implements Serializable {}
