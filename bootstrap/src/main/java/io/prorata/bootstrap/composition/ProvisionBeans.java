package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.RemoveProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowMovement;
import io.prorata.application.provision.ShowMovements;
import io.prorata.application.provision.ShowProjection;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.provision.ShowProvisions;
import io.prorata.application.provision.ShowSchedule;
import io.prorata.application.provision.TakeBackMovement;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the use cases of provisions. */
@Factory
public final class ProvisionBeans {

    private final UnitOfWork work;
    private final Clock clock;

    ProvisionBeans(UseCaseParts parts) {
        this.work = parts.work();
        this.clock = parts.clock();
    }

    @Singleton
    PlanProvision planProvision() {
        return new PlanProvision(work, clock);
    }

    @Singleton
    ReviseProvision reviseProvision() {
        return new ReviseProvision(work, clock);
    }

    @Singleton
    EndProvision endProvision() {
        return new EndProvision(work, clock);
    }

    @Singleton
    RemoveProvision removeProvision() {
        return new RemoveProvision(work, clock);
    }

    @Singleton
    ShowProvision showProvision() {
        return new ShowProvision(work);
    }

    @Singleton
    ShowProvisions showProvisions() {
        return new ShowProvisions(work, clock);
    }

    @Singleton
    ShowSchedule showSchedule() {
        return new ShowSchedule(work, clock);
    }

    @Singleton
    ShowProjection showProjection() {
        return new ShowProjection(work, clock);
    }

    @Singleton
    MoveProvision moveProvision() {
        return new MoveProvision(work, clock);
    }

    @Singleton
    TakeBackMovement takeBackMovement() {
        return new TakeBackMovement(work);
    }

    @Singleton
    ShowMovement showMovement() {
        return new ShowMovement(work);
    }

    @Singleton
    ShowMovements showMovements() {
        return new ShowMovements(work);
    }
}
