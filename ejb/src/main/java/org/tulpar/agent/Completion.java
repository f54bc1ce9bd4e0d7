package org.tulpar.agent;

/**
 * What a model said.
 *
 * @param model as the provider names the one that answered
 * @param tokensIn read by the model, or null where the provider has not counted
 * @param tokensOut written by the model, or null
 */
public record Completion(String text, String model, Integer tokensIn, Integer tokensOut) {}
