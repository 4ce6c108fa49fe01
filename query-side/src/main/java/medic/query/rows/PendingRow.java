package medic.query.rows;

/** What becomes of one row: its columns, all of them or those that change. */
public record PendingRow(Fate fate, RowValues values) {

  /** What is done with a row. */
  public enum Fate {
    /** It is there from now on, with these columns and no others. */
    PUT,
    /** These columns change, where there is such a row. */
    CHANGED,
    /** It is gone. */
    DELETED
  }

  /** A change after a put stays a put, after a delete it finds nothing. */
  public PendingRow followedBy(PendingRow next) {
    if (next.fate != Fate.CHANGED) {
      return next;
    }
    return fate == Fate.DELETED ? this : new PendingRow(fate, values.merge(next.values));
  }
}
