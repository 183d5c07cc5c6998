package io.prorata.application.view;

/**
 * The revision of a household.
 *
 * @param epoch of the database; a restore gives a new one, because numbers would run backwards
 * @param number of writes that changed data
 */
public record Revision(String epoch, long number) {

    @Override
    public String toString() {
        return epoch + "." + number;
    }
}
