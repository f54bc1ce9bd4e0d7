/**
 * Answers that are given again and again, under short names.
 *
 * <p>Promises: a place such as {@code {client.name}} is filled before a person sees the text; one
 * that nothing is known for leaves no hole. Leaves alone: sending.
 */
package org.tulpar.conversation.canned;
