package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medic.command.Actor;
import medic.events.ActorType;
import medic.events.appointment.AppointmentBooked;
import medic.events.appointment.AppointmentCancelled;
import medic.events.appointment.AppointmentCompleted;
import medic.events.appointment.AppointmentConfirmed;
import medic.events.appointment.AppointmentDeclined;
import medic.events.appointment.AppointmentEvent;
import medic.events.appointment.AppointmentJoinLinkSet;
import medic.events.appointment.AppointmentRescheduled;
import medic.events.appointment.AppointmentStatus;
import medic.events.appointment.BookingSource;
import medic.events.consent.ConsentGiven;
import medic.events.consent.ConsentSource;
import medic.events.consent.ConsentWithdrawn;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.ConsultationMode;
import medic.events.doctor.DoctorRegistered;
import medic.events.doctor.HitKind;
import medic.events.doctor.HitVisit;
import medic.events.doctor.LocationAdded;
import medic.events.doctor.VisitsHit;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.patient.PatientProfile;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.personal.Personal;
import medic.sagas.messages.composing.RenderedMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A random life of a small practice: visits come and go, patients change their minds, the provider
 * fails, the process is killed between any two steps and another takes over. The log of events and
 * how far it was handled outlive the processes.
 */
public final class History {

  public static final DoctorId DOCTOR = new DoctorId(new UUID(7, 1));
  private static final LocationId PLACE = new LocationId(new UUID(7, 2));
  private static final AppointmentTypeId TYPE = new AppointmentTypeId(new UUID(7, 3));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe");

  /** A visit as the log has it. */
  public static final class Booked {
    public final AppointmentId id;
    public final PatientId patient;
    public Instant startsAt;
    public AppointmentStatus status;
    public int revision = -1;

    Booked(AppointmentId id, PatientId patient) {
      this.id = id;
      this.patient = patient;
    }

    public boolean isLive() {
      return status == AppointmentStatus.PENDING || status == AppointmentStatus.CONFIRMED;
    }
  }

  /** A patient as the log has them. */
  public static final class Person {
    final PatientId id;
    final ZoneId zone;
    List<Integer> hours;
    boolean mayMail = true;
    boolean everRefused;

    Person(PatientId id, ZoneId zone) {
      this.id = id;
      this.zone = zone;
    }
  }

  public final Random random;
  public final SettableClock time = new SettableClock();
  public final Chaos chaos = new Chaos();
  public final TestChannel mail = new TestChannel(NotificationChannel.EMAIL, chaos);
  public final TestRecord record = new TestRecord();
  public final Map<AppointmentId, Booked> visits = new LinkedHashMap<>();
  public final Map<PatientId, Person> people = new LinkedHashMap<>();
  public final List<DomainEventMessage<?>> log = new ArrayList<>();
  public final Map<String, Instant> handledAt = new HashMap<>();

  /** Each visit's last event that was handled, and where it left the visit. */
  public final Map<AppointmentId, DomainEventMessage<?>> handled = new HashMap<>();

  public final JdbcTemplate jdbc = new JdbcTemplate(SagaDatabase.dataSource());
  private final Map<String, Long> sequences = new HashMap<>();
  public TestProcess process;
  private int position;

  public History(long seed) {
    random = new Random(seed);
    SagaDatabase.empty();
    time.set(
        Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(365 * 24))));
    process = newProcess();
    say(DOCTOR.toString(), doctor(), ActorType.ADMIN);
    say(DOCTOR.toString(), place(), ActorType.ADMIN);
    say(DOCTOR.toString(), type(), ActorType.ADMIN);
    for (int i = 0; i < 2; i++) {
      Person person =
          new Person(
              new PatientId(new UUID(seed, i)), ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
      people.put(person.id, person);
      say(person.id.toString(), new PatientRegistered(person.id, profile(person)), ActorType.ADMIN);
    }
  }

  private TestProcess newProcess() {
    return new TestProcess(SagaDatabase.dataSource(), time, chaos, List.of(mail), record);
  }

  /** One thing happens. */
  public void step() {
    switch (random.nextInt(14)) {
      case 0, 1 -> book();
      case 2, 3, 4, 5 -> change();
      case 6 -> revise();
      case 7 -> consent();
      case 8 -> mail.down = random.nextBoolean();
      case 9 -> chaos.killAfter(random.nextInt(12));
      case 10 -> report();
      default -> time.tick(Duration.ofMinutes(random.nextInt(1, 30 * 60)));
    }
    if (random.nextInt(3) > 0) {
      handleAll();
    }
    if (random.nextInt(3) > 0) {
      run();
    }
  }

  private void book() {
    book(
        somebody(),
        Duration.ofMinutes(random.nextInt(60, 14 * 1440)),
        random.nextBoolean() ? AppointmentStatus.CONFIRMED : AppointmentStatus.PENDING);
  }

  public Booked book(Person patient, Duration ahead, AppointmentStatus status) {
    Booked visit = new Booked(new AppointmentId(new UUID(9, log.size())), patient.id);
    visit.startsAt = time.now().plus(ahead);
    visit.status = status;
    visits.put(visit.id, visit);
    say(visit, booked(visit), random.nextBoolean() ? ActorType.PATIENT : ActorType.DOCTOR);
    return visit;
  }

  public AppointmentId away(Booked visit) {
    hit(visit, HitKind.TIME_OFF, new UUID(8, log.size()).toString(), false);
    return visit.id;
  }

  public void hit(Booked visit, HitKind kind, String cause, boolean already) {
    HitVisit one =
        new HitVisit(
            visit.id,
            TYPE,
            PLACE,
            visit.startsAt,
            visit.startsAt.plus(Duration.ofMinutes(30)),
            already);
    say(DOCTOR.toString(), new VisitsHit(DOCTOR, kind, cause, List.of(one)), ActorType.ADMIN);
  }

  public void sayOfDoctor(Object event) {
    sayOfDoctor(event, ActorType.ADMIN);
  }

  public void sayOfDoctor(Object event, ActorType actor) {
    say(DOCTOR.toString(), event, actor);
  }

  public void cancel(Booked visit, ActorType actor) {
    visit.status = AppointmentStatus.CANCELLED;
    say(visit, new AppointmentCancelled(visit.id, DOCTOR, visit.patient, actor, null), actor);
  }

  public void move(Booked visit, Duration by, ActorType actor) {
    Instant before = visit.startsAt;
    visit.startsAt = before.plus(by);
    say(visit, moved(visit, before), actor);
  }

  public void link(Booked visit) {
    say(
        visit,
        new AppointmentJoinLinkSet(visit.id, DOCTOR, visit.patient, visit.status, null),
        ActorType.DOCTOR);
  }

  public void optOut(Person person) {
    person.mayMail = false;
    say(
        "consent-" + person.id.value(),
        new ConsentWithdrawn(person.id, NotificationChannel.EMAIL, ConsentSource.LINK),
        ActorType.PATIENT);
  }

  private void change() {
    List<Booked> live = visits.values().stream().filter(Booked::isLive).toList();
    if (live.isEmpty()) {
      return;
    }
    Booked visit = live.get(random.nextInt(live.size()));
    ActorType actor = random.nextBoolean() ? ActorType.PATIENT : ActorType.DOCTOR;
    boolean pending = visit.status == AppointmentStatus.PENDING;
    switch (random.nextInt(4)) {
      case 0 -> {
        Instant before = visit.startsAt;
        visit.startsAt = time.now().plus(Duration.ofMinutes(random.nextInt(60, 14 * 1440)));
        say(visit, moved(visit, before), actor);
      }
      case 1 -> cancel(visit, actor);
      case 2 -> {
        visit.status = pending ? AppointmentStatus.CONFIRMED : AppointmentStatus.COMPLETED;
        say(
            visit,
            pending
                ? new AppointmentConfirmed(visit.id, DOCTOR, visit.patient, null)
                : new AppointmentCompleted(visit.id, DOCTOR, visit.patient, null),
            ActorType.DOCTOR);
      }
      default -> {
        if (pending) {
          visit.status = AppointmentStatus.DECLINED;
          say(
              visit,
              new AppointmentDeclined(visit.id, DOCTOR, visit.patient, null, null),
              ActorType.DOCTOR);
        }
      }
    }
  }

  private void revise() {
    Person person = somebody();
    person.hours = List.of(List.of(72, 24), List.of(48), List.of(72, 5, 2)).get(random.nextInt(3));
    say(
        person.id.toString(),
        new PatientProfileRevised(person.id, profile(person)),
        ActorType.PATIENT);
  }

  private void consent() {
    Person person = somebody();
    person.mayMail = random.nextInt(3) > 0;
    person.everRefused |= !person.mayMail;
    say(
        "consent-" + person.id.value(),
        person.mayMail
            ? new ConsentGiven(person.id, NotificationChannel.EMAIL, ConsentSource.ACCOUNT)
            : new ConsentWithdrawn(person.id, NotificationChannel.EMAIL, ConsentSource.LINK),
        ActorType.PATIENT);
  }

  /** The provider reports of something it took, perhaps long ago, perhaps twice. */
  private void report() {
    List<RenderedMessage> letters = List.copyOf(mail.taken.values());
    if (!letters.isEmpty()) {
      RenderedMessage letter = letters.get(random.nextInt(letters.size()));
      boolean delivered = random.nextInt(4) > 0;
      alive(
          () -> {
            if (delivered) {
              process.deliveries.delivered(letter.id());
            } else {
              process.deliveries.undelivered(letter.id(), "LATE");
            }
          });
    }
  }

  private Person somebody() {
    return List.copyOf(people.values()).get(random.nextInt(people.size()));
  }

  /** Handles what the log holds; a killed process leaves an event to the next. */
  public void handleAll() {
    while (position < log.size()) {
      DomainEventMessage<?> event = log.get(position);
      alive(
          () -> {
            process.handle(event);
            position++;
            handledAt.put(event.getIdentifier(), time.now());
            if (event.getPayload() instanceof AppointmentEvent of) {
              handled.put(of.appointmentId(), event);
            }
          });
      if (random.nextInt(10) == 0 && position > 0) {
        DomainEventMessage<?> again = log.get(position - 1);
        alive(() -> process.handle(again));
      }
    }
  }

  public void run() {
    int killsBefore = chaos.kills();
    alive(process::runDue);
    if (chaos.kills() > killsBefore) {
      process = newProcess();
    }
  }

  private void alive(Runnable step) {
    try {
      step.run();
    } catch (Chaos.Killed killed) {
      process = newProcess();
    } catch (RuntimeException failed) {
      if (!hasKilled(failed)) {
        throw failed;
      }
      process = newProcess();
    }
  }

  private static boolean hasKilled(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Chaos.Killed) {
        return true;
      }
    }
    return false;
  }

  /** No more trouble: everything is handled, and the clock turns from call to call to the last. */
  public void settle() {
    chaos.never();
    mail.down = false;
    handleAll();
    boolean swept = false;
    while (true) {
      run();
      Timestamp next =
          jdbc.queryForObject(
              """
              select least((select min(execution_time) from work.scheduled_tasks),
                (select min(due_at) + interval '2 minutes' from work.notification
                 where channel = 'CALL' and state = 'QUEUED'))
              """,
              Timestamp.class);
      if (next == null && swept) {
        return;
      }
      swept = next == null;
      if (next == null) {
        time.tick(Duration.ofMinutes(2));
      } else if (next.toInstant().isAfter(time.now())) {
        time.set(next.toInstant());
      }
    }
  }

  private void say(Booked visit, Object event, ActorType actor) {
    say(visit.id.toString(), event, actor);
    visit.revision++;
  }

  private void say(String stream, Object event, ActorType actor) {
    long sequence = sequences.merge(stream, 0L, (before, zero) -> before + 1);
    log.add(
        new GenericDomainEventMessage<>(
            "Test",
            stream,
            sequence,
            event,
            MetaData.from(new Actor(actor, "somebody").asMetaData()),
            "event-" + log.size(),
            time.now()));
  }

  private Personal<PatientProfile> profile(Person person) {
    Map<String, Object> wishes =
        person.hours == null ? Map.of() : Map.of("reminderHours", person.hours);
    return Personal.of(
        person.id.value(),
        new PatientProfile(
            "Grace Patient", "grace@example.org", null, "de", person.zone, wishes, null));
  }

  private static AppointmentTypeDefined type() {
    AppointmentTerms terms =
        new AppointmentTerms(
            "visit",
            "Visit",
            null,
            30,
            0,
            0,
            4500L,
            "EUR",
            ConsultationMode.IN_PERSON,
            List.of(),
            null,
            null,
            true,
            true,
            60,
            null,
            null,
            false,
            null,
            null,
            null,
            null);
    return new AppointmentTypeDefined(DOCTOR, TYPE, terms);
  }

  private static DoctorRegistered doctor() {
    return new DoctorRegistered(DOCTOR, "Dr. Ada", "Dermatology", "ada@example.org", BERLIN);
  }

  private static LocationAdded place() {
    return new LocationAdded(
        DOCTOR, PLACE, "Mitte", null, "Berlin", "DE", BERLIN, null, null, true);
  }

  private static AppointmentBooked booked(Booked visit) {
    return new AppointmentBooked(
        visit.id,
        DOCTOR,
        visit.patient,
        TYPE,
        PLACE,
        null,
        visit.startsAt,
        visit.startsAt.plus(Duration.ofMinutes(30)),
        visit.status,
        ConsultationMode.IN_PERSON,
        null,
        null,
        BookingSource.API,
        BERLIN,
        BERLIN,
        null,
        null,
        null);
  }

  private static AppointmentRescheduled moved(Booked visit, Instant before) {
    return new AppointmentRescheduled(
        visit.id,
        DOCTOR,
        visit.patient,
        PLACE,
        null,
        visit.startsAt,
        visit.startsAt.plus(Duration.ofMinutes(30)),
        before,
        before.plus(Duration.ofMinutes(30)),
        visit.status,
        BERLIN,
        1,
        null,
        null,
        null);
  }
}
