package io.prorata.application.request;

/** JSON pointers (RFC 6901). */
public final class JsonPointer {

    private JsonPointer() {}

    /** Returns the pointer along {@code names}. */
    public static String of(String... names) {
        String pointer = "";
        for (String name : names) {
            pointer = at(pointer, name);
        }
        return pointer;
    }

    /** Returns the pointer to {@code name} within {@code pointer}. */
    public static String at(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the parent of {@code pointer}. */
    public static String around(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
    }
}
