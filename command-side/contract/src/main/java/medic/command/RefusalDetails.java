package medic.command;

import org.jspecify.annotations.Nullable;

/**
 * A refusal as it travels between nodes.
 *
 * @param code why
 * @param detail what a person can do about it
 * @param field the field of the request that it is about, if one is
 */
public record RefusalDetails(RefusalCode code, String detail, @Nullable String field) {}
