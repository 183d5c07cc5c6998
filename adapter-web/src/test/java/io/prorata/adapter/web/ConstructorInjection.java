package io.prorata.adapter.web;

import io.micronaut.context.ApplicationContext;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Makes what the web asks the application for, each by its one constructor, over the ports that a test chooses. What the program itself is
 * made of is composed in the bootstrap, which tests of the web do not know.
 */
final class ConstructorInjection implements AutoCloseable {

    private static final String APPLICATION = "io.prorata.application.";

    private final Map<Class<?>, Object> made = new LinkedHashMap<>();

    /** Gives {@code thing} to whoever asks for a {@code type}. */
    <T> ConstructorInjection with(Class<T> type, T thing) {
        made.put(type, thing);
        return this;
    }

    /** Returns the one {@code type}, and makes it and what it needs if nobody has asked before. */
    <T> T get(Class<T> type) {
        Object there = made.get(type);
        if (there == null) {
            there = make(type);
            made.put(type, there);
        }
        return type.cast(there);
    }

    private Object make(Class<?> type) {
        Constructor<?>[] makers = type.getConstructors();
        if (makers.length != 1) {
            throw new IllegalStateException(type + " is not given and has " + makers.length + " constructors");
        }
        try {
            return makers[0].newInstance(
                    Arrays.stream(makers[0].getParameterTypes()).map(this::get).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Registers in {@code context} all of the application that its beans ask for. */
    void register(ApplicationContext context) {
        context.getAllBeanDefinitions().stream()
                .filter(bean -> bean.getBeanType().getName().startsWith("io.prorata.adapter.web."))
                .flatMap(bean -> Arrays.stream(bean.getConstructor().getArguments()))
                .map(argument -> argument.getType())
                .filter(type -> type.getName().startsWith(APPLICATION) && !context.containsBean(type))
                .distinct()
                .toList()
                .forEach(type -> register(context, type));
    }

    private <T> void register(ApplicationContext context, Class<T> type) {
        context.registerSingleton(type, Objects.requireNonNull(get(type)));
    }

    @Override
    public void close() {
        for (Object thing : made.values()) {
            if (thing instanceof AutoCloseable closing) {
                try {
                    closing.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
