package medic.architecture.violations.booking.a;

/** Something to know. */
public class SomeAggregate {}
