package medic.query.rebuild;

/** What is wanted of a rebuild. */
enum Wanted {
  RUN,
  PAUSE,
  CANCEL
}
