package io.prorata.domain.recognition;

import io.prorata.domain.household.MemberKey;
import java.util.List;
import java.util.Optional;

/** What one or two rows may be, until somebody confirms or rejects it. */
public sealed interface Match {

    /** Returns a text that tells this match from all others of the household. */
    String key();

    /** Returns the ids of the rows, the one that is shown first. */
    List<Long> rows();

    /** A row of everyday spending may pay a bill. */
    record PaysBill(long row, long bill) implements Match {
        @Override
        public String key() {
            return "bill:" + row + ":" + bill;
        }

        @Override
        public List<Long> rows() {
            return List.of(row);
        }
    }

    /**
     * Two rows may be the legs of one transfer between accounts of the household.
     *
     * @param member whose own account the money left for the pot, if it did
     * @param putAside whether it arrived in a savings account: then the leg that leaves puts it aside
     */
    record Transfer(long leaving, long arriving, Optional<MemberKey> member, boolean putAside) implements Match {
        @Override
        public String key() {
            return "transfer:" + leaving + ":" + arriving;
        }

        @Override
        public List<Long> rows() {
            return List.of(leaving, arriving);
        }
    }

    /**
     * What a row of the pot received may come from a member, or belong to everybody: until somebody says so it counts in nobody's dues.
     *
     * @param member whose name the label has, if it has one
     */
    record Received(long row, Optional<MemberKey> member) implements Match {
        @Override
        public String key() {
            return "income:" + row;
        }

        @Override
        public List<Long> rows() {
            return List.of(row);
        }
    }

    /** A row that somebody entered may be the one that the bank brought later. */
    record Twin(long byHand, long imported) implements Match {
        @Override
        public String key() {
            return "twin:" + byHand + ":" + imported;
        }

        @Override
        public List<Long> rows() {
            return List.of(byHand, imported);
        }
    }
}
