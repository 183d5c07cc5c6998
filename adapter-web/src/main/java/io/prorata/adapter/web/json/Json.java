package io.prorata.adapter.web.json;

import java.util.List;
import java.util.Map;

/** A JSON value; numbers keep their digits. */
public sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {}

    record Arr(List<Json> items) implements Json {}

    record Text(String text) implements Json {}

    /** @param digits as in the request: {@code 1e2} and {@code 100} differ */
    record Num(String digits) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** Returns the kind of this value, for messages. */
    default String kind() {
        return switch (this) {
            case Obj _ -> "an object";
            case Arr _ -> "a list";
            case Text _ -> "text";
            case Num _ -> "a number";
            case Bool _ -> "true or false";
            case Null _ -> "null";
        };
    }
}
