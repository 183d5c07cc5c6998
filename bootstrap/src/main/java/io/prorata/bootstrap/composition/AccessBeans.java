package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.access.AdmitOperator;
import io.prorata.application.access.Authenticate;
import io.prorata.application.access.BeginSession;
import io.prorata.application.access.EndSession;
import io.prorata.application.access.IssueLink;
import io.prorata.application.access.IssueToken;
import io.prorata.application.access.RevokeToken;
import io.prorata.application.access.ShowToken;
import io.prorata.application.access.ShowTokens;
import io.prorata.application.idempotency.IdempotentRequests;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Makes the use cases of who may do what, and of requests that may be repeated. */
@Factory
public final class AccessBeans {

    private final UnitOfWork work;
    private final Clock clock;

    AccessBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    Authenticate authenticate(Snapshots snapshots) {
        return new Authenticate(work, snapshots, clock, Executors.newVirtualThreadPerTaskExecutor());
    }

    @Singleton
    AdmitOperator admitOperator() {
        return new AdmitOperator(work);
    }

    @Singleton
    public ShowTokens showTokens() {
        return new ShowTokens(work);
    }

    @Singleton
    public IssueToken issueToken() {
        return new IssueToken(work, clock, new SecureRandom());
    }

    @Singleton
    public IssueLink issueLink() {
        return new IssueLink(work, clock, new SecureRandom());
    }

    @Singleton
    BeginSession beginSession() {
        return new BeginSession(work, clock, new SecureRandom());
    }

    @Singleton
    EndSession endSession() {
        return new EndSession(work);
    }

    @Singleton
    ShowToken showToken() {
        return new ShowToken(work);
    }

    @Singleton
    public RevokeToken revokeToken() {
        return new RevokeToken(work);
    }

    @Singleton
    IdempotentRequests idempotentRequests() {
        return new IdempotentRequests(work, clock);
    }
}
