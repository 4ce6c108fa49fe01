package medic.sagas.calendars.remote;

import java.util.List;

/**
 * What of a calendar could not be read.
 *
 * @param first no more of them than somebody would look at
 */
public record Skips(int count, List<SkippedEntry> first) {

  public static final Skips NONE = new Skips(0, List.of());
}
