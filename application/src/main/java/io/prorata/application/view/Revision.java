package io.prorata.application.view;

/**
 * How far a household's history has come.
 *
 * @param epoch of the database; another one after a restore, because numbers would run backwards
 * @param number of writes that changed anything
 */
public record Revision(String epoch, long number) {

    @Override
    public String toString() {
        return epoch + "." + number;
    }
}
