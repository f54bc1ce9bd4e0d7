/**
 * Files on their way in: fetched from the provider after their message was committed, outside of
 * any transaction, again and again until it works or is given up.
 */
package org.tulpar.dialogue.media;
