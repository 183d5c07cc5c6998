package io.prorata.adapter.web.json;

/**
 * A part of a body whose type depends on another part: {@link BodyBinder} binds it once that is read.
 *
 * @param json as it was sent
 */
public record RawJson(Json json) {}
