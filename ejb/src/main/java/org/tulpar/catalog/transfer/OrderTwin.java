package org.tulpar.catalog.transfer;

/**
 * A row of a file that looks like an order which is there.
 *
 * @param row in the file, counted from 1
 * @param client the name on her card, or her phone
 */
public record OrderTwin(int row, long orderId, long number, String client) {}
