package io.prorata.adapter.web.simulation;

import java.util.List;

/** The requests for one kind of thing that a simulation takes. */
public interface SimulatedResource {

    List<SimulatedRoute> routes();
}
