package medic.query.rebuild;

import java.time.Instant;
import java.util.List;

/**
 * What comparing a read model with the log found.
 *
 * @param position up to which event it was compared
 * @param rows how many rows were compared
 * @param differences how many rows differ, are missing, or are too many
 * @param findings the first of them: the table, the key, and which columns; no values
 */
public record CheckView(
    Instant checkedAt, long position, long rows, long differences, List<String> findings) {}
