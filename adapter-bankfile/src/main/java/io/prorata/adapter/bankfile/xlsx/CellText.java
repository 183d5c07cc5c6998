package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.written.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;

/** The text that a cell is read as. */
final class CellText {

    private static final int LARGEST_EXPONENT = 30;

    /** The days from 1900 to 9999, and of the first two months of 1900, when Excel counts one that was not. */
    private static final int LAST_DAY = 2_958_465;

    private static final int FIRST_RIGHT_DAY = 61;
    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_OF_1904 = LocalDate.of(1904, 1, 1);

    private final Workbook workbook;
    private final int decimals;

    CellText(Workbook workbook, Currency currency) {
        this.workbook = workbook;
        this.decimals = Math.max(0, currency.getDefaultFractionDigits());
    }

    /**
     * @param type of the cell, as the file has it
     * @param style its number; negative if it has none
     * @param value as the file has it
     */
    String of(String type, int style, String value) {
        return switch (type) {
            case "s" -> shared(value);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "d" -> value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value;
            case "", "n" -> number(style, value);
            default -> value;
        };
    }

    private String shared(String index) {
        try {
            int number = Integer.parseInt(index.strip());
            return number >= 0 && number < workbook.texts().size()
                    ? workbook.texts().get(number)
                    : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private String number(int style, String text) {
        BigDecimal number;
        try {
            number = text.length() > 64 ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null
                || Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT
                || number.scale() > 2 * LARGEST_EXPONENT) {
            return text;
        }
        return style >= 0 && workbook.styles().isDate(style) ? day(number, text) : plain(number);
    }

    /** Returns the day that a number of days is; a time of day is left out. */
    private String day(BigDecimal number, String text) {
        if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
            return text;
        }
        int days = number.intValue();
        if (workbook.from1904()) {
            return FIRST_OF_1904.plusDays(days).toString();
        }
        return days < 1
                ? text
                : BEFORE_1900
                        .plusDays(days < FIRST_RIGHT_DAY ? days + 1L : days)
                        .toString();
    }

    /** Returns a number with two decimals at least where it has any, so that none is taken for thousands. */
    private String plain(BigDecimal number) {
        BigDecimal exact = MinorUnits.withoutDust(number, decimals).stripTrailingZeros();
        if (exact.scale() <= 0) {
            return exact.toPlainString();
        }
        return exact.setScale(exact.scale() == 3 ? 4 : Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
