package io.prorata.bootstrap.option;

import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read, and what is said of those that cannot be. */
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
}
