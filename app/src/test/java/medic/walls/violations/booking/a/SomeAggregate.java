package medic.walls.violations.booking.a;

/** Something to know. */
public class SomeAggregate {}
