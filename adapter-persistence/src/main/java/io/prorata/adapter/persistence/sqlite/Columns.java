package io.prorata.adapter.persistence.sqlite;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jooq.Field;

/** The columns of a query: where in a row each is, and what its values are in the database. */
final class Columns {

    /** By identity, because jOOQ compares fields by what they are called. */
    private final IdentityHashMap<Field<?>, Integer> places = new IdentityHashMap<>();

    /** Texts or whole numbers. */
    private final List<Class<?>> types = new ArrayList<>();

    Columns(List<Field<?>> columns) {
        for (Field<?> column : columns) {
            places.put(column, places.size());
            types.add(column.getConverter().fromType());
        }
    }

    int count() {
        return types.size();
    }

    int place(Field<?> column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(column + " was not asked for");
        }
        return place;
    }

    Class<?> type(int place) {
        return types.get(place);
    }
}
