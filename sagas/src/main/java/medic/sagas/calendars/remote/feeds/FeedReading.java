package medic.sagas.calendars.remote.feeds;

import java.util.List;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.Skips;

/**
 * What a feed says, and what of it could not be read.
 *
 * @param unsure ids of entries and series whose time cannot be known
 */
record FeedReading(List<RemoteEvent> events, List<String> unsure, Skips skipped) {}
