/**
 * Products with their departures and price facts.
 *
 * <p>Promises: for a product, a unit and a day there is one price or none ({@link
 * org.tulpar.catalog.product.PriceList}); a price fact is never changed, only ended, so that
 * whoever quoted it can show it; a departure never has more seats taken than it has. Leaves alone:
 * who takes the seats (order).
 */
package org.tulpar.catalog.product;
