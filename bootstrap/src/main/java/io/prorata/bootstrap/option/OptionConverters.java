package io.prorata.bootstrap.option;

import io.prorata.adapter.web.properties.AccessLogFormat;
import io.prorata.application.port.Tokens;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.time.Dates;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converters of option values, with their error messages. */
public final class OptionConverters {

    private OptionConverters() {}

    /** An ISO 4217 code. */
    public static final class CurrencyCode implements ITypeConverter<Currency> {
        @Override
        public Currency convert(String text) {
            try {
                return Currency.getInstance(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no currency; write its ISO 4217 code, such as EUR");
            }
        }
    }

    /** A time zone of the IANA database. */
    public static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no time zone; write one such as Europe/Paris");
            }
        }
    }

    /** {@code 2026-03}. */
    public static final class Month implements ITypeConverter<YearMonth> {
        @Override
        public YearMonth convert(String text) {
            try {
                return Dates.withinBounds(YearMonth.parse(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is no month; write one such as 2026-03");
            }
        }
    }

    /** {@code ines=Inès}. */
    public static final class KeyAndName implements ITypeConverter<Member> {
        @Override
        public Member convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException(
                        "'" + text + "' has no '='; write a key and a name, such as ines=Inès");
            }
            try {
                return new Member(new MemberKey(text.substring(0, equals)), text.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "': " + e.getMessage());
            }
        }
    }

    /** A name of an enumeration, in lower case, as in answers and help. */
    abstract static class OneOf<E extends Enum<E>> implements ITypeConverter<E> {

        private final Class<E> type;

        OneOf(Class<E> type) {
            this.type = type;
        }

        @Override
        public E convert(String text) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> written(constant).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(OneOf::written)
                                    .collect(Collectors.joining(", "))));
        }

        private static String written(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The scope of a token. */
    public static final class Scope extends OneOf<Tokens.TokenScope> {
        Scope() {
            super(Tokens.TokenScope.class);
        }
    }

    /** The format of the access log. */
    public static final class LogFormat extends OneOf<AccessLogFormat> {
        LogFormat() {
            super(AccessLogFormat.class);
        }
    }

    /** What a settlement goes by. */
    public static final class SettlementBasis extends OneOf<Basis> {
        public SettlementBasis() {
            super(Basis.class);
        }
    }
}
