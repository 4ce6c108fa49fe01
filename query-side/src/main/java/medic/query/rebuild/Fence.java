package medic.query.rebuild;

import java.sql.SQLException;

/** Keeps who has lost their work from writing for it. */
interface Fence {

  /** Where nobody can take the work away. */
  Fence NONE =
      new Fence() {
        @Override
        public void hold(LongSession session) {
          look();
        }

        @Override
        public void look() {
          if (Thread.currentThread().isInterrupted()) {
            throw new Stopped(Stopped.Why.SHUTDOWN);
          }
        }
      };

  /**
   * Nobody can take the work away before the session's transaction ends.
   *
   * @throws Stopped when somebody has
   */
  void hold(LongSession session) throws SQLException;

  /**
   * Looks whether the work is to go on.
   *
   * @throws Stopped when it is to end or is paused
   */
  void look();
}
