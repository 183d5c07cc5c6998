package io.prorata.application.port;

/**
 * Who did something: {@code token 3 (phone)} or {@code command line}.
 *
 * @param name as the audit shows it; never a secret
 */
public record Actor(String name) {

    public static final Actor COMMAND_LINE = new Actor("command line");
}
