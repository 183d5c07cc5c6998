package io.prorata.adapter.web.parameter;

/** How many months are shown, from 1 to 120. */
public record MonthCount(int months) {

    /** Unless asked otherwise. */
    public static final String USUAL = "12";

    private static final int MOST = 120;

    static MonthCount read(String text) {
        int months = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (months < 1 || months > MOST) {
            throw new IllegalArgumentException("a whole number from 1 to " + MOST);
        }
        return new MonthCount(months);
    }
}
