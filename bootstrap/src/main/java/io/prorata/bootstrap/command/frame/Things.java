package io.prorata.bootstrap.command.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.operator.ApiAnswer;
import io.prorata.bootstrap.option.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The things of one kind, such as the bills: each is found by its name or its number, set (created, or changed in what is named) and ended.
 *
 * @param path of the API
 * @param all the parameter by which the list has those too that have ended or not begun; empty without one
 * @param rows the field of the list
 * @param name the field by which people know a thing
 */
public record Things(String path, String all, String rows, String name) {

    /** Returns the list in which a thing of any month is found. */
    private Query everyOne() {
        return all.isEmpty() ? new Query(path) : new Query(path).with(all, true);
    }

    /** Returns the thing with this name, or else the one with this number. */
    public Optional<JsonNode> find(HouseholdSession session, String text) {
        List<JsonNode> known = StreamSupport.stream(
                        session.api().get(everyOne().path()).json().path(rows).spliterator(), false)
                .toList();
        List<JsonNode> named = known.stream()
                .filter(thing -> thing.path(name).asText().equals(text))
                .toList();
        if (named.size() > 1) {
            throw new UsageException("Several have the name " + text + ": choose one by its number, "
                    + named.stream().map(Things::id).collect(Collectors.joining(", ")) + ".");
        }
        return named.isEmpty()
                ? known.stream().filter(thing -> id(thing).equals(text)).findFirst()
                : Optional.of(named.getFirst());
    }

    /** As {@link #find}; fails if there is none. */
    public JsonNode require(HouseholdSession session, String text) {
        return find(session, text)
                .orElseThrow(() -> new UsageException("None has the name or the number " + text + "."));
    }

    /** Returns the path of the thing with this name or number. */
    public String pathOf(HouseholdSession session, String text) {
        return path(require(session, text));
    }

    /** Returns the path of a thing that was found. */
    public String path(JsonNode thing) {
        return path + "/" + id(thing);
    }

    /** Creates the thing, or changes the fields that are stated, from a month on. */
    public void set(HouseholdSession session, String text, Fields fields, TermsOptions terms) {
        set(session, text, terms.on(fields), terms.from());
    }

    /** As {@link #set(HouseholdSession, String, Fields, TermsOptions)}, of a thing without terms. */
    public void set(HouseholdSession session, String text, Fields fields, FromOptions from) {
        Optional<JsonNode> known = find(session, text);
        if (known.isPresent()) {
            change(session, known.get(), from.of(path(known.get())), fields);
        } else {
            create(session, text, fields.put("from", from.month()));
        }
    }

    /** As {@link #set(HouseholdSession, String, Fields, TermsOptions)}, of a thing that holds in all months. */
    public void set(HouseholdSession session, String text, Fields fields) {
        Optional<JsonNode> known = find(session, text);
        if (known.isPresent()) {
            change(session, known.get(), new Query(path(known.get())), fields);
        } else {
            create(session, text, fields);
        }
    }

    private void create(HouseholdSession session, String text, Fields fields) {
        ObjectNode body = fields.body();
        if (!body.has(name)) {
            body.put(name, text);
        }
        ApiAnswer created = session.api().post(path, body);
        session.tell(created, "{0} is created, with the number {1}.", text, id(created.json()));
    }

    private void change(HouseholdSession session, JsonNode known, Query query, Fields fields) {
        if (fields.body().isEmpty()) {
            throw new UsageException("Nothing is to change: there is one already, with the number " + id(known)
                    + ", and no option says what to change.");
        }
        ApiAnswer changed = session.api().patch(query.path(), fields.body());
        session.tell(
                changed,
                "{0} (number {1}) is changed.",
                changed.json().path(name).asText(),
                id(known));
    }

    /** Ends the thing from a month on, or removes it wholly where it was stated by mistake. */
    public void end(HouseholdSession session, String text, EndOptions options) {
        JsonNode known = require(session, text);
        ApiAnswer ended = session.api()
                .delete(options.from()
                        .of(path(known))
                        .with("as", options.isMistake() ? "mistake" : null)
                        .path());
        session.tell(
                ended,
                options.isMistake() ? "{0} (number {1}) is removed." : "{0} (number {1}) has ended.",
                known.path(name).asText(),
                id(known));
    }

    /** Shows the list of a month. */
    public void list(HouseholdSession session, MonthOption month, boolean everyOne, UnaryOperator<Columns> columns) {
        session.show(
                session.api().get(month.of(path).with(all, everyOne).path()),
                answer -> columns.apply(session.columns()).lines(answer.path(rows)));
    }

    /**
     * Shows the terms of the thing, and from which month on they hold.
     *
     * @param columns adds what the terms have beside their month, their split and their end
     */
    public void timeline(HouseholdSession session, String text, UnaryOperator<Columns> columns) {
        session.show(
                session.api().get(pathOf(session, text)),
                answer -> columns.apply(session.columns().wordColumn("FROM", "from"))
                        .wordColumn("SPLIT", terms -> SplitWords.write(terms.path("split")))
                        .wordColumn("STATE", terms -> ended(session, terms))
                        .lines(answer.path("timeline")));
    }

    /** Says that the thing has ended, or nothing. */
    public static String ended(HouseholdSession session, JsonNode thing) {
        return thing.path("ended").asBoolean() ? session.words().text("ended") : "";
    }

    /** Deletes the thing. */
    public void delete(HouseholdSession session, String text) {
        JsonNode known = require(session, text);
        ApiAnswer deleted = session.api().delete(path(known));
        session.tell(deleted, "{0} (number {1}) is removed.", known.path(name).asText(), id(known));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asText();
    }
}
