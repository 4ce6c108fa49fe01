package medic.query.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How a read model stands.
 *
 * @param status {@code up_to_date}, {@code behind}, or {@code far_behind}: then it answers 503
 * @param position the last position it has handled; -1 for none
 * @param head the last position there is
 * @param lag how many positions lie between them
 * @param version of the projection that made it
 * @param rebuild the last one; absent where there was none
 * @param check what the last check found; absent where there was none
 */
public record ReadModelView(
    String name,
    String status,
    long position,
    long head,
    long lag,
    int version,
    @Nullable RebuildView rebuild,
    @Nullable CheckView check) {}
