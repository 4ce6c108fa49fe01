package medic.query.rows;

/** A column and its PostgreSQL type. */
record Column(String name, String type) {}
