package medic.sagas.calendars.remote;

import org.jspecify.annotations.Nullable;

/**
 * An entry, or a part of one, that could not be read. It says where to look and why, and nothing of
 * what others wrote there.
 *
 * @param line where it begins in the feed
 * @param startsAt its start as written, where that is a time
 * @param code a stable name of the reason
 * @param detail the reason as a sentence
 */
public record SkippedEntry(int line, @Nullable String startsAt, String code, String detail) {}
