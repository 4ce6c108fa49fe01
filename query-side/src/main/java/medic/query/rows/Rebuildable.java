package medic.query.rows;

import java.util.List;

/** A read model that can be made anew from the log: what its projection writes. */
public interface Rebuildable {

  /** The processing group, by which the read model is known. */
  String group();

  List<RowTable> rowTables();

  /**
   * The version of what the projection makes of events. Raised when the same events give other rows
   * or its tables have another shape: then it is rebuilt at the next start, while the rows of the
   * version before are read.
   */
  default int version() {
    return 1;
  }
}
