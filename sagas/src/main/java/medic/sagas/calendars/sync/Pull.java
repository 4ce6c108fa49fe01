package medic.sagas.calendars.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.events.calendar.CalendarIdentity;
import medic.events.calendar.OwnCopies;
import medic.events.id.AppointmentId;
import medic.sagas.calendars.commands.Commands;
import medic.sagas.calendars.connections.CalendarOwners;
import medic.sagas.calendars.connections.Connection;
import medic.sagas.calendars.connections.Connection.Reading;
import medic.sagas.calendars.connections.ConnectionTable;
import medic.sagas.calendars.connections.RoundTable;
import medic.sagas.calendars.copies.CopySightings;
import medic.sagas.calendars.remote.CalendarWriter;
import medic.sagas.calendars.remote.ReadRequest;
import medic.sagas.calendars.remote.RemoteAccess;
import medic.sagas.calendars.remote.RemoteEvent;
import medic.sagas.calendars.remote.RemoteFailure;
import medic.sagas.calendars.remote.RemoteFailure.Kind;
import medic.sagas.calendars.remote.RemotePage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads a remote calendar page by page into the doctor's busy times. What a page says is noted,
 * then reported, and then saved together with the way on: a page whose report went out and whose
 * saving failed is read again, its report changes nothing, and what is gone by then is known to
 * have been reported.
 */
@Component
class Pull {

  private static final Duration PAST = Duration.ofDays(7);
  private static final Duration AHEAD = Duration.ofDays(400);

  /** The window moves on with a new complete listing, before it ends too early. */
  private static final Duration AHEAD_AT_LEAST = Duration.ofDays(370);

  private final CalendarIo io;
  private final BusyTimes busyTimes;
  private final ReadingTable readings;
  private final CopySightings sightings;
  private final CalendarOwners owners;
  private final ConnectionTable connections;
  private final RoundTable rounds;
  private final Commands commands;
  private final TransactionOperations transaction;
  private final Clock clock;

  Pull(
      CalendarIo io,
      BusyTimes busyTimes,
      ReadingTable readings,
      CopySightings sightings,
      CalendarOwners owners,
      ConnectionTable connections,
      RoundTable rounds,
      Commands commands,
      TransactionOperations transaction,
      Clock clock) {
    this.io = io;
    this.busyTimes = busyTimes;
    this.readings = readings;
    this.sightings = sightings;
    this.owners = owners;
    this.connections = connections;
    this.rounds = rounds;
    this.commands = commands;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Reads to the end, and once more where a listing was under way already: that tells nothing of
   * what was entered since it began. Answers whether what was read can be believed, or is to be
   * read again.
   */
  boolean pull(Connection connection, RemoteAccess access) {
    Reading reading = connection.reading();
    boolean underWay = reading.nextPage() != null;
    reading = toTheEnd(connection, access, reading);
    if (underWay && !reading.doubted()) {
      reading = toTheEnd(connection, access, reading);
    }
    return !reading.doubted();
  }

  private Reading toTheEnd(Connection connection, RemoteAccess access, Reading from) {
    Reading reading = from;
    do {
      rounds.renew(connection, clock.instant());
      reading = page(connection, access, reading);
    } while (reading.nextPage() != null);
    return reading;
  }

  private Reading page(Connection connection, RemoteAccess access, Reading reading) {
    Instant now = clock.instant();
    boolean tooShort =
        reading.nextPage() == null
            && reading.windowUntil() != null
            && reading.windowUntil().isBefore(now.plus(AHEAD_AT_LEAST));
    Reading from = tooShort ? everything(reading) : reading;
    RemotePage page;
    try {
      page = io.reader(connection).read(access, request(connection, from, now));
    } catch (RemoteFailure failure) {
      if (lostItsPlace(failure, from)) {
        save(connection, everything(from), List.of(), List.of(), null);
        throw new RemoteFailure(Kind.UNAVAILABLE, "a listing lapsed: the next round begins anew");
      } else if (failure.kind() != Kind.CURSOR_GONE) {
        throw failure;
      }
      from = everything(from);
      page = io.reader(connection).read(access, request(connection, from, now));
    }
    return apply(connection, access, from, page, now);
  }

  /** A page token may lapse like a cursor, and is then refused as malformed. */
  private static boolean lostItsPlace(RemoteFailure failure, Reading reading) {
    return failure.kind() == Kind.REJECTED && reading.nextPage() != null;
  }

  private static Reading everything(Reading reading) {
    return new Reading(null, null, reading.generation(), false, reading.doubted(), null);
  }

  /** The same all day, for an entry that reaches beyond it is known by it. */
  private static Instant until(Instant now) {
    return now.plus(AHEAD).truncatedTo(ChronoUnit.DAYS);
  }

  private static Instant since(Instant until) {
    return until.minus(AHEAD).minus(PAST);
  }

  private ReadRequest request(Connection connection, Reading reading, Instant now) {
    Instant until = reading.windowUntil() == null ? until(now) : reading.windowUntil();
    return new ReadRequest(
        reading.complete() ? null : reading.cursor(),
        reading.nextPage(),
        since(until),
        until,
        owners.of(connection.doctorId()));
  }

  /**
   * A complete listing bears the number of the round that began it: what an attempt that died has
   * marked as seen counts for nothing in the next.
   */
  private Reading apply(
      Connection connection, RemoteAccess access, Reading from, RemotePage page, Instant now) {
    boolean begins = from.nextPage() == null && page.complete();
    boolean complete = page.complete() && (begins || from.complete());
    long generation = begins ? connection.round() : from.generation();
    Instant until = begins || from.windowUntil() == null ? until(now) : from.windowUntil();
    List<String> known = busyTimes.known(connection.id(), page.unsure());
    Sorted sorted = sort(connection, unlessKnown(page, known), until);
    boolean last = page.nextPage() == null;

    List<String> gone = busyTimes.known(connection.id(), sorted.gone());
    rounds.renew(connection, clock.instant());
    busyTimes.note(connection, sorted.taking(), now);
    report(connection, sorted.taking(), gone, now);
    sorted
        .ours()
        .forEach(own -> sightings.seen(connection.id(), own.id(), own.event(), generation));

    Reading next =
        new Reading(from.cursor(), page.nextPage(), generation, complete, from.doubted(), until);
    save(connection, next, sorted.taking(), gone, null);
    busyTimes.stay(connection.id(), known, generation);
    if (page.skipped() != null) {
      connections.skipped(connection.id(), page.skipped());
    }
    return last ? end(connection, access, next, page.nextCursor(), now) : next;
  }

  /** Where we cannot know the time of an entry, we would rather keep the one we knew. */
  private static List<RemoteEvent> unlessKnown(RemotePage page, List<String> known) {
    return page.events().stream()
        .filter(event -> !(page.unsure().contains(event.id()) && known.contains(event.id())))
        .toList();
  }

  /** At the end of a complete listing, what it did not name is gone: unless it named nothing. */
  private Reading end(
      Connection connection,
      RemoteAccess access,
      Reading reading,
      @Nullable String cursor,
      Instant now) {
    boolean doubted = false;
    List<String> gone = List.of();
    if (reading.complete()) {
      gone = busyTimes.unseen(connection.id(), reading.generation());
      boolean empty = !busyTimes.sawAny(connection.id(), reading.generation());
      doubted = empty && !gone.isEmpty() && !reading.doubted();
      if (doubted) {
        gone = List.of();
      } else {
        report(connection, List.of(), gone, now);
        lookForUnseen(connection, access, reading);
      }
    }
    Reading next =
        new Reading(
            doubted ? null : cursor,
            null,
            reading.generation(),
            false,
            doubted,
            reading.windowUntil());
    save(connection, next, List.of(), gone, now);
    return next;
  }

  private void lookForUnseen(Connection connection, RemoteAccess access, Reading reading) {
    CalendarWriter writer = io.writer(connection);
    Instant until = reading.windowUntil();
    if (writer != null && until != null) {
      sightings.lookForUnseen(
          connection, access, writer, reading.generation(), since(until), until);
    }
  }

  private record Own(AppointmentId id, RemoteEvent event) {}

  private record Sorted(List<RemoteEvent> taking, List<String> gone, List<Own> ours) {}

  /**
   * Entries may be without length, or moved out of the time that is looked at; what lies outside of
   * it may be longer than a doctor's schedule takes. One of a series made of a copy may become
   * ours, or be ours no more, by being moved.
   */
  private Sorted sort(Connection connection, List<RemoteEvent> events, Instant until) {
    OwnCopies copies = sightings.ownCopies(connection);
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (RemoteEvent event : events) {
      boolean ours = copies.include(event.id(), event.startsAt(), event.endsAt());
      AppointmentId whole = CalendarIdentity.appointmentOf(event.id());
      if (ours && whole != null) {
        sorted.ours().add(new Own(whole, event));
      } else {
        Optional.of(event)
            .filter(entry -> !ours)
            .flatMap(entry -> entry.within(since(until), until))
            .ifPresentOrElse(sorted.taking()::add, () -> sorted.gone().add(event.id()));
      }
    }
    return sorted;
  }

  private void report(
      Connection connection, List<RemoteEvent> taking, List<String> gone, Instant now) {
    if (!taking.isEmpty() || !gone.isEmpty()) {
      commands.send(
          new ReportExternalBusyTimes(
              connection.doctorId(),
              connection.id(),
              BusyTimes.source(connection),
              taking.stream().map(BusyTimes::details).toList(),
              gone,
              false,
              now));
    }
  }

  private void save(
      Connection connection,
      Reading reading,
      List<RemoteEvent> taking,
      List<String> gone,
      @Nullable Instant syncedAt) {
    Instant now = clock.instant();
    Boolean saved =
        transaction.execute(
            status -> {
              busyTimes.keep(connection, taking, reading.generation(), now);
              busyTimes.drop(connection.id(), gone);
              boolean ours = readings.save(connection, reading, syncedAt);
              if (!ours) {
                status.setRollbackOnly();
              }
              return ours;
            });
    if (!Boolean.TRUE.equals(saved)) {
      rounds.renew(connection, now);
    }
  }
}
