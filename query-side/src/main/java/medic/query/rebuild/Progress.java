package medic.query.rebuild;

/**
 * How far work has come.
 *
 * @param events how many were handled
 * @param position of the last of them; -1 for none
 * @param head the last position there is
 */
record Progress(long events, long position, long head, double eventsPerSecond) {

  static final Progress NONE = new Progress(0, -1, -1, 0);
}
