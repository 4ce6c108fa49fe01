package medic.trials.chaos;

import java.util.List;
import medic.trials.cluster.Cluster;

/**
 * What is known after the load of a seed, once the cluster is whole again.
 *
 * @param events those of bookings and calendars since the load began
 */
record ChaosEvidence(
    Cluster cluster,
    Practice practice,
    List<ChaosCall> calls,
    List<StoredEvents.Event> events,
    HealthWatch health) {}
