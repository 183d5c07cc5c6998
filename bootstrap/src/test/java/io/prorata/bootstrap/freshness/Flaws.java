package io.prorata.bootstrap.freshness;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.Views;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.Revision;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.StampAtRevision;
import io.prorata.application.view.Tier;
import io.prorata.application.view.TierState;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Mistakes that somebody might make in the program. Each has to be caught, or the proof would prove nothing. */
final class Flaws {

    /** Between two steps that belong together, so that others come between them. */
    private static final long MEANWHILE_NANOS = 1_000_000;

    private Flaws() {}

    /** A document is kept under the stamp that was read first, although the books have changed before it was computed. */
    static Flaw keptUnderTheFirstStamp() {
        return new Flaw() {
            @Override
            public Snapshots snapshots(Snapshots right) {
                Map<Thread, StampAtRevision> first = new ConcurrentHashMap<>();
                return new Reading(right) {
                    @Override
                    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
                        StampAtRevision stampAtRevision = super.stampAtRevision(household, scopes);
                        first.put(Thread.currentThread(), stampAtRevision);
                        return stampAtRevision;
                    }

                    @Override
                    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                        LockSupport.parkNanos(MEANWHILE_NANOS);
                        Snapshot taken = super.take(household, wanted);
                        StampAtRevision stampAtRevision = first.get(Thread.currentThread());
                        return stampAtRevision == null ? taken : under(stampAtRevision, taken);
                    }
                };
            }
        };
    }

    /** The stamp is read after the rows instead of with them. */
    static Flaw stampReadLast() {
        return new Flaw() {
            @Override
            public Snapshots snapshots(Snapshots right) {
                return new Reading(right) {
                    @Override
                    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                        Snapshot taken = super.take(household, wanted);
                        LockSupport.parkNanos(MEANWHILE_NANOS);
                        return under(super.stampAtRevision(household, wanted.scopes()), taken);
                    }
                };
            }
        };
    }

    /** Changes of one kind do not say what they make stale. */
    static Flaw forgottenScope(Class<? extends Change> kind) {
        return changes(change -> kind.isInstance(change) ? new Change.AccessChanged() : change);
    }

    /** What is planned from a month on makes stale only what is shown from the next one on. */
    static Flaw planOfLaterMonthsOnly() {
        return changes(change -> change instanceof Change.ConfigAdopted(YearMonth from)
                ? new Change.ConfigAdopted(from.plusMonths(1))
                : change);
    }

    private static Flaw changes(UnaryOperator<Change> memory) {
        return new Flaw() {
            @Override
            public UnitOfWork door(UnitOfWork right) {
                return new Door(right) {
                    @Override
                    public <T> Committed<T> write(
                            HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
                        return super.write(household, actor, books -> {
                            Decision<T> decision = work.apply(books);
                            return decision.outcome() instanceof Outcome.Done(Change change, AuditEntry entry)
                                    ? new Decision<>(decision.result(), memory.apply(change), entry)
                                    : decision;
                        });
                    }
                };
            }
        };
    }

    /** A screen shows the month before, and does not depend on it. */
    static Flaw monthBeforeNotInTheScopes() {
        return narrowed(without(Collections::min));
    }

    /** A row may be matched with one of the month after, and what is to confirm does not depend on it. */
    static Flaw monthAfterNotInTheScopes() {
        return narrowed(without(Collections::max));
    }

    private static UnaryOperator<ViewScopes> without(Function<Set<YearMonth>, YearMonth> neighbour) {
        return scopes -> {
            if (scopes.planUpTo().isEmpty() || scopes.ledgers().size() != 3) {
                return scopes;
            }
            Set<YearMonth> fewer = new HashSet<>(scopes.ledgers());
            fewer.remove(neighbour.apply(scopes.ledgers()));
            return new ViewScopes(fewer, scopes.planUpTo(), scopes.others());
        };
    }

    private static Flaw narrowed(UnaryOperator<ViewScopes> less) {
        return new Flaw() {
            @Override
            public Snapshots snapshots(Snapshots right) {
                return new Reading(right) {
                    @Override
                    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return super.knownStampAtRevision(household, less.apply(scopes));
                    }

                    @Override
                    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return super.stampAtRevision(household, less.apply(scopes));
                    }

                    @Override
                    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                        while (true) {
                            Snapshot taken = super.take(household, wanted);
                            Snapshot narrow = super.take(household, SnapshotRequest.of(less.apply(wanted.scopes())));
                            // Of the same moment: the scopes are the only mistake.
                            if (narrow.stampAtRevision()
                                    .revision()
                                    .equals(taken.stampAtRevision().revision())) {
                                return under(narrow.stampAtRevision(), taken);
                            }
                        }
                    }
                };
            }
        };
    }

    /** The months of an analysis are read one after the other, each as it is then. */
    static Flaw tornRange() {
        return new Flaw() {
            @Override
            public Snapshots snapshots(Snapshots right) {
                return new Reading(right) {
                    @Override
                    public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
                        Snapshot taken = super.take(household, wanted);
                        Map<YearMonth, MonthFacts> facts = new HashMap<>();
                        for (YearMonth month : wanted.months(taken.book())) {
                            var alone = SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(month)));
                            facts.put(month, super.take(household, alone).facts(month));
                            LockSupport.parkNanos(MEANWHILE_NANOS / 4);
                        }
                        return taken.with(facts);
                    }
                };
            }
        };
    }

    /** Memory is told of a write some time after whoever wrote has been answered. */
    static Flaw publishedAfterTheAnswer() {
        return new Flaw() {
            private record Seen(long at, StampAtRevision stampAtRevision) {}

            @Override
            public Snapshots snapshots(Snapshots right) {
                Map<Object, Seen> memory = new ConcurrentHashMap<>();
                return new Reading(right) {
                    @Override
                    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return Optional.of(stampAtRevision(household, scopes));
                    }

                    @Override
                    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
                        long now = System.nanoTime();
                        return memory.merge(
                                        List.of(household, scopes),
                                        new Seen(now, super.stampAtRevision(household, scopes)),
                                        (seen, fresh) -> now - seen.at() < 20 * MEANWHILE_NANOS ? seen : fresh)
                                .stampAtRevision();
                    }
                };
            }
        };
    }

    /** Memory is told of a write before its COMMIT; some COMMITs take long, and some fail. */
    static Flaw publishedBeforeCommit() {
        return new Flaw() {
            private final AtomicLong last = new AtomicLong();
            private final Map<HouseholdId, Early> early = new ConcurrentHashMap<>();

            private record Early(Revision revision, Set<Scope> stale, Stamp stamp) {}

            // Lets it be known what the write under way will draw: there is only one at a time.
            @Override
            public RandomGenerator nonces(RandomGenerator right) {
                last.set(right.nextLong());
                return () -> last.getAndSet(right.nextLong());
            }

            @Override
            public UnitOfWork door(UnitOfWork right) {
                var failing = new AtomicLong();
                return new Door(right) {
                    @Override
                    public <T> Committed<T> write(
                            HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
                        return super.write(household, actor, books -> {
                            Decision<T> decision = work.apply(books);
                            if (decision.outcome() instanceof Outcome.Done done) {
                                Revision revision = books.revisions().current(household);
                                var stamp = new Stamp(revision.number(), last.get());
                                early.put(
                                        household,
                                        new Early(revision, done.change().stale(), stamp));
                                LockSupport.parkNanos(2 * MEANWHILE_NANOS);
                                if (failing.incrementAndGet() % 10 == 0) {
                                    throw new IllegalStateException("the disk is full");
                                }
                            }
                            return decision;
                        });
                    }
                };
            }

            @Override
            public Snapshots snapshots(Snapshots right) {
                return new Reading(right) {
                    @Override
                    public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return super.knownStampAtRevision(household, scopes)
                                .map(stampAtRevision -> withEarly(household, scopes, stampAtRevision));
                    }

                    @Override
                    public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
                        return withEarly(household, scopes, super.stampAtRevision(household, scopes));
                    }
                };
            }

            private StampAtRevision withEarly(
                    HouseholdId household, ViewScopes scopes, StampAtRevision stampAtRevision) {
                Early told = early.get(household);
                if (told == null
                        || told.revision().number()
                                <= stampAtRevision.revision().number()) {
                    return stampAtRevision;
                }
                boolean stale = told.stale().stream().anyMatch(scopes::include);
                return new StampAtRevision(stale ? told.stamp() : stampAtRevision.stamp(), told.revision());
            }
        };
    }

    /** Stamps are revisions alone. */
    static Flaw stampWithoutNonce() {
        return new Flaw() {
            @Override
            public RandomGenerator nonces(RandomGenerator right) {
                return () -> 7;
            }
        };
    }

    /**
     * Documents of all households are kept under the same keys. Nonces are a second lock on this door, which differs from household to
     * household; it is left open, or nobody would ever notice.
     */
    static Flaw keyWithoutHousehold() {
        return new Flaw() {
            @Override
            public RandomGenerator nonces(RandomGenerator right) {
                return stampWithoutNonce().nonces(right);
            }

            @Override
            public List<Views> tiers(List<Views> right) {
                var somebody = new HouseholdId(1);
                return right.stream()
                        .map(tier -> (Views) new Keeping(tier) {
                            @Override
                            public Optional<Document> find(
                                    HouseholdId household, ViewQuery query, DocumentVersion edition) {
                                return super.find(somebody, query, edition);
                            }

                            @Override
                            public void keep(
                                    HouseholdId household,
                                    ViewQuery query,
                                    DocumentVersion edition,
                                    Document document,
                                    Duration timeToLive) {
                                super.keep(somebody, query, edition, document, timeToLive);
                            }
                        })
                        .toList();
            }
        };
    }

    /** The near tier returns whatever it has of a view, under any stamp. */
    static Flaw anyEditionWillDo() {
        return new Flaw() {
            private record Key(HouseholdId household, ViewQuery query) {}

            @Override
            public List<Views> tiers(List<Views> right) {
                Map<Key, Document> kept = new ConcurrentHashMap<>();
                List<Views> tiers = new ArrayList<>(right);
                tiers.set(0, new Keeping(right.getFirst()) {
                    @Override
                    public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion edition) {
                        return Optional.ofNullable(kept.get(new Key(household, query)));
                    }

                    @Override
                    public void keep(
                            HouseholdId household,
                            ViewQuery query,
                            DocumentVersion edition,
                            Document document,
                            Duration timeToLive) {
                        kept.put(new Key(household, query), document);
                    }
                });
                return tiers;
            }
        };
    }

    /** Whoever has a document is told that it is still right, whatever its stamp. */
    static Flaw unchangedByAWrongStamp() {
        return new Flaw() {
            @Override
            public KnownDocuments known(KnownDocuments right) {
                return KnownDocuments.ANY;
            }
        };
    }

    private static Snapshot under(StampAtRevision stampAtRevision, Snapshot taken) {
        return taken.at(stampAtRevision);
    }

    /** The reading side, unless something of it is done otherwise. */
    private static class Reading implements Snapshots {

        private final Snapshots right;

        Reading(Snapshots right) {
            this.right = right;
        }

        @Override
        public Optional<StampAtRevision> knownStampAtRevision(HouseholdId household, ViewScopes scopes) {
            return right.knownStampAtRevision(household, scopes);
        }

        @Override
        public StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes) {
            return right.stampAtRevision(household, scopes);
        }

        /** One by one: what is done otherwise with one is done so with several. */
        @Override
        public List<StampAtRevision> stampsAtRevision(HouseholdId household, List<ViewScopes> scopes) {
            return scopes.stream().map(view -> stampAtRevision(household, view)).toList();
        }

        @Override
        public Snapshot take(HouseholdId household, SnapshotRequest wanted) {
            return right.take(household, wanted);
        }
    }

    /** The door, unless something of it is done otherwise. */
    private static class Door implements UnitOfWork {

        private final UnitOfWork right;

        Door(UnitOfWork right) {
            this.right = right;
        }

        @Override
        public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
            return right.write(household, actor, work);
        }

        @Override
        public Ledger.Staged stage(HouseholdId household, Revision after) {
            return right.stage(household, after);
        }

        @Override
        public <T> T read(HouseholdId household, Function<Books, T> work) {
            return right.read(household, work);
        }

        @Override
        public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
            return right.inOneTransaction(household, work);
        }

        @Override
        public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
            return right.found(actor, work);
        }

        @Override
        public void remove(HouseholdId household, Consumer<Books> check) {
            right.remove(household, check);
        }
    }

    /** A tier, unless something of it is done otherwise. */
    private static class Keeping implements Views {

        private final Views right;

        Keeping(Views right) {
            this.right = right;
        }

        @Override
        public Tier tier() {
            return right.tier();
        }

        @Override
        public Optional<Document> find(HouseholdId household, ViewQuery query, DocumentVersion edition) {
            return right.find(household, query, edition);
        }

        @Override
        public void keep(
                HouseholdId household,
                ViewQuery query,
                DocumentVersion edition,
                Document document,
                Duration timeToLive) {
            right.keep(household, query, edition, document, timeToLive);
        }

        @Override
        public long drop(HouseholdId household, Optional<YearMonth> month) {
            return right.drop(household, month);
        }

        @Override
        public TierState state() {
            return right.state();
        }
    }
}
