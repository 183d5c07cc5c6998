package io.prorata.bootstrap.operator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the API.
 *
 * @param text as it was sent
 * @param json the same, parsed; a missing node if the answer is empty
 * @param tag the entity tag; empty without one
 */
public record ApiAnswer(String text, JsonNode json, String tag) {}
