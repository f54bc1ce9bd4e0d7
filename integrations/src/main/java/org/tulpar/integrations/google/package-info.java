/**
 * Google Cloud Translation, basic edition (v2), with an API key in a header, never in an address.
 *
 * <p>Promises: one attempt. Leaves alone: the glossary, which this edition has none of; budget,
 * cache and whether the translation is faithful.
 */
package org.tulpar.integrations.google;
