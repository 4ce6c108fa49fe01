package medic.booking.schedule;

import static medic.events.appointment.OverriddenRule.INACTIVE_TYPE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import medic.booking.consent.ErasedPatients;
import medic.booking.deciding.FirstEvents;
import medic.command.Actor;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AddAvailabilityException;
import medic.command.doctor.AddLocation;
import medic.command.doctor.AddRoom;
import medic.command.doctor.AddScheduleTemplate;
import medic.command.doctor.ApproveTimeOff;
import medic.command.doctor.CancelTimeOff;
import medic.command.doctor.CloseLocation;
import medic.command.doctor.CloseRoom;
import medic.command.doctor.KeepHitVisit;
import medic.command.doctor.LeavePractice;
import medic.command.doctor.ListHitVisits;
import medic.command.doctor.PlanReminders;
import medic.command.doctor.PreviewVisitsHit;
import medic.command.doctor.RegisterDoctor;
import medic.command.doctor.RejectTimeOff;
import medic.command.doctor.RemoveAvailabilityException;
import medic.command.doctor.RemoveScheduleTemplate;
import medic.command.doctor.ReopenLocation;
import medic.command.doctor.ReopenRoom;
import medic.command.doctor.ReportExternalBusyTimes;
import medic.command.doctor.RequestTimeOff;
import medic.command.doctor.ReturnToPractice;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.ReviseAvailabilityException;
import medic.command.doctor.ReviseDoctor;
import medic.command.doctor.ReviseLocation;
import medic.command.doctor.ReviseRoom;
import medic.command.doctor.ReviseScheduleTemplate;
import medic.command.doctor.ReviseTimeOff;
import medic.command.doctor.SetWeeklyHours;
import medic.command.doctor.ShareRoom;
import medic.command.doctor.UnshareRoom;
import medic.command.doctor.VisitsHitOutcome;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.appointment.ChangeRules;
import medic.events.calendar.BookedVisit;
import medic.events.calendar.OwnCopies;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.BookedSlotFreed;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.HeldSlotReleased;
import medic.events.doctor.MoveSlotReleased;
import medic.events.doctor.MoveSlotReserved;
import medic.events.doctor.SharedRoomGranted;
import medic.events.doctor.SlotHeld;
import medic.events.doctor.VisitsHit;
import medic.events.id.AppointmentId;
import medic.events.id.AppointmentTypeId;
import medic.events.id.DoctorId;
import medic.events.id.HoldId;
import medic.events.id.LocationId;
import medic.events.id.PatientId;
import medic.events.id.RoomId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether a doctor can be booked: what they offer, where and when, and what takes
 * their time. Each part decides and evolves for itself; what is over leaves the state.
 */
@Revision("6")
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public class DoctorSchedule {

  /** How long after their end exceptions and busy times are still known. */
  private static final Duration MARGIN = Duration.ofDays(1);

  @AggregateIdentifier private @Nullable DoctorId id;
  private Instant latest = Instant.EPOCH;
  private Instant swept = Instant.EPOCH;
  private Standing standing = new Standing();
  private Premises premises = new Premises();
  private AppointmentTypes types = new AppointmentTypes();
  private WeeklyTemplates templates = new WeeklyTemplates();
  private AvailabilityExceptions exceptions = new AvailabilityExceptions();
  private TimeOffs timeOffs = new TimeOffs();
  private ExternalCalendars external = new ExternalCalendars();
  private TakenSlots taken = new TakenSlots();
  private HitVisits hits = new HitVisits();

  @JsonIgnore private final transient CompiledOffers offers = new CompiledOffers();

  public DoctorSchedule() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void decide(RegisterDoctor c) {
    apply(standing.decide(c));
  }

  @CommandHandler
  void decide(ReviseDoctor c) {
    apply(standing.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(LeavePractice c) {
    return claim(c.doctorId().value(), standing.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReturnToPractice c) {
    return claim(c.doctorId().value(), standing.decide(c));
  }

  @CommandHandler
  void decide(AddLocation c) {
    apply(premises.places().decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReviseLocation c) {
    return claim(c.locationId().value(), premises.places().decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(CloseLocation c) {
    return claim(c.locationId().value(), premises.places().decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReopenLocation c) {
    return claim(c.locationId().value(), premises.places().decide(c));
  }

  /** Answers whether the room is new, so that its calendar is to be opened. */
  boolean decide(AddRoom c) {
    premises.places().known(c.locationId());
    var events = premises.rooms().decide(c);
    apply(events);
    return !events.isEmpty();
  }

  /** Answers whether anything is other than it was, so that its guests are to learn of it. */
  boolean decide(ReviseRoom c) {
    var events = premises.rooms().decide(c);
    apply(events);
    return !events.isEmpty();
  }

  VisitsHitOutcome decide(CloseRoom c) {
    return claim(c.roomId().value(), premises.rooms().decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReopenRoom c) {
    return claim(c.roomId().value(), premises.rooms().decide(c));
  }

  void decide(ShareRoom c) {
    var events = premises.rooms().decide(c);
    premises.mustBeOpen(premises.locationOf(c.roomId()), c.roomId());
    apply(events);
  }

  void decide(UnshareRoom c) {
    apply(premises.rooms().decide(c));
  }

  Set<DoctorId> guestsOf(RoomId room) {
    return Set.copyOf(premises.rooms().guestsOf(room));
  }

  /** What sharing a room grants to another doctor. */
  SharedRoomGranted grant(RoomId room, LocationId at, DoctorId to) {
    return premises.rooms().grant(room, at, to);
  }

  VisitsHitOutcome receive(SharedRoomGranted granted) {
    return claim(granted.roomId().value(), premises.rooms().receive(granted));
  }

  VisitsHitOutcome giveBack(RoomId room) {
    return claim(room.value(), premises.rooms().withdraw(doctorId(), room));
  }

  @CommandHandler
  void decide(AddAppointmentType c) {
    apply(types.decide(c, premises));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReviseAppointmentType c) {
    return claim(c.appointmentTypeId().value(), types.decide(c, premises));
  }

  @CommandHandler
  VisitsHitOutcome decide(WithdrawAppointmentType c) {
    return claim(c.appointmentTypeId().value(), types.decide(c));
  }

  @CommandHandler
  void decide(PlanReminders c) {
    apply(types.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(AddScheduleTemplate c) {
    return claim(c.templateId().value(), templates.decide(c, premises));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReviseScheduleTemplate c) {
    return claim(c.templateId().value(), templates.decide(c, premises));
  }

  @CommandHandler
  VisitsHitOutcome decide(RemoveScheduleTemplate c) {
    return claim(c.templateId().value(), templates.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(AddAvailabilityException c) {
    return claim(c.exceptionId().value(), exceptions.decide(c, premises, types));
  }

  @CommandHandler
  VisitsHitOutcome decide(RemoveAvailabilityException c) {
    return claim(c.exceptionId().value(), exceptions.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReviseAvailabilityException c) {
    return claim(c.exceptionId().value(), exceptions.decide(c, premises, types));
  }

  /** Of a doctor's whole week it is the doctor whose hours are no longer there. */
  @CommandHandler
  VisitsHitOutcome decide(SetWeeklyHours c) {
    UUID cause = c.locationId() == null ? c.doctorId().value() : c.locationId().value();
    return claim(cause, templates.decide(c, premises));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReviseTimeOff c, MetaData metaData) {
    return claim(c.timeOffId().value(), timeOffs.decide(c, Actor.from(metaData).type()));
  }

  @CommandHandler
  void decide(RequestTimeOff c) {
    apply(timeOffs.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ApproveTimeOff c) {
    return claim(c.timeOffId().value(), timeOffs.decide(c));
  }

  @CommandHandler
  void decide(RejectTimeOff c) {
    apply(timeOffs.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(CancelTimeOff c) {
    return claim(c.timeOffId().value(), timeOffs.decide(c));
  }

  @CommandHandler
  VisitsHitOutcome decide(ReportExternalBusyTimes c, FirstEvents firstEvents) {
    return claim(
        c.connectionId().value(),
        external.decide(c, new OwnCopies(doctorId(), visit -> visit(visit, firstEvents))));
  }

  /** Those that are over or cancelled leave the state, and are known by their own events. */
  private Optional<BookedVisit> visit(AppointmentId visit, FirstEvents events) {
    return hits.booked(visit)
        .map(slot -> new BookedVisit(slot.doctorId(), slot.startsAt(), slot.endsAt()))
        .or(() -> BookedVisit.after(events.allOf(visit).iterator()));
  }

  @CommandHandler
  VisitsHitOutcome decide(PreviewVisitsHit c) {
    TimeClaims asItIs = claims();
    var before = hits.claims(asItIs, latest);
    var after = hits.claims(Preview.of(c, asItIs), latest);
    return HitVisits.outcome(
        hits.hits(c.doctorId(), "", before, after).stream()
            .flatMap(news -> news.visits().stream())
            .toList());
  }

  @CommandHandler
  VisitsHitOutcome decide(ListHitVisits c) {
    return hits.open(latest);
  }

  @CommandHandler
  void decide(KeepHitVisit c, ErasedPatients erased) {
    apply(hits.decide(c, erased));
  }

  /** Applies what may take or give back time that visits are booked in, and says which it hits. */
  private VisitsHitOutcome claim(UUID cause, List<? extends DoctorScheduleEvent> events) {
    if (!events.isEmpty()) {
      var before = hits.claims(claims(), latest);
      apply(events);
      var after = hits.claims(claims(), latest);
      List<VisitsHit> news = hits.hits(doctorId(), cause.toString(), before, after);
      apply(news);
      apply(hits.relieved(doctorId(), after));
      return HitVisits.outcome(news.stream().flatMap(n -> n.visits().stream()).toList());
    }
    return hits.hitBy(cause.toString());
  }

  private TimeClaims claims() {
    return new TimeClaims(standing, premises, types, templates, exceptions, timeOffs, external);
  }

  /** A slot for a new booking or hold: the type must be bookable now. */
  public AgreedSlot agree(SlotRequest request, Instant now) {
    return agree(
        request,
        types.bookable(request.typeId(), request.overridden().contains(INACTIVE_TYPE)),
        now);
  }

  /** A slot for a visit that is being moved: an inactive type still lets its visits move. */
  public AgreedSlot agreeToMove(SlotRequest request, Instant now) {
    return agree(request, types.terms(request.typeId()), now);
  }

  private AgreedSlot agree(SlotRequest request, AppointmentTerms terms, Instant now) {
    standing.mustPractise();
    return offers.of(claims(), request.typeId(), terms).decide(request, taken, external, now);
  }

  /** Nobody is seen by a doctor who left. */
  public void mustPractise() {
    standing.mustPractise();
  }

  /** The terms of a visit's type as they are now. */
  public AppointmentTerms termsOf(AppointmentTypeId type) {
    return types.terms(type);
  }

  /** How far patients may change visits of this type; a withdrawn type asks for no notice. */
  public ChangeRules changeRulesOf(AppointmentTypeId type) {
    return types.changeRulesOf(type);
  }

  /** A hold that is known, over or not. */
  public @Nullable SlotHeld hold(HoldId hold) {
    return taken.hold(hold);
  }

  /** The holds of one holder that are live. */
  public List<SlotHeld> heldBy(String holder, Instant now) {
    return taken.liveHoldsOf(holder, now).toList();
  }

  /**
   * The slot that a hold keeps, under the terms that it was given under, whatever its notice,
   * horizon, hours and kind of visit have become since. None where the doctor is away or busy
   * elsewhere then by now.
   */
  public Optional<AgreedSlot> promised(SlotHeld held) {
    return new HoldPromise(standing, premises, types, exceptions, timeOffs, external).slotOf(held);
  }

  /** What takes the doctor's time, for rules about how much of it somebody may take. */
  public SlotLimits limits() {
    return new SlotLimits(taken);
  }

  public void take(AppointmentId appointment, PatientId patient, AgreedSlot slot) {
    apply(List.of(SlotEvents.booked(doctorId(), appointment, patient, slot)));
  }

  /**
   * Takes time that is taken already.
   *
   * @param ignored whose reservations do not count: the hold being used, the visit moved
   */
  public void overbook(
      AppointmentId appointment,
      PatientId patient,
      AgreedSlot slot,
      Instant now,
      Set<String> ignored) {
    List<AppointmentId> beside = taken.visitsDuring(slot.occupied(), now, ignored);
    boolean isBusy = external.blocking(slot.occupied()).findAny().isPresent();
    apply(List.of(SlotEvents.overbooked(doctorId(), appointment, slot, beside, isBusy)));
    take(appointment, patient, slot);
  }

  public void free(AppointmentId appointment) {
    apply(List.of(new BookedSlotFreed(doctorId(), appointment)));
  }

  /** Keeps a slot for a visit's move, in place of one that was kept for it before. */
  public void reserveMove(AppointmentId appointment, AgreedSlot slot) {
    apply(List.of(SlotEvents.keptForMove(doctorId(), appointment, slot)));
  }

  public @Nullable MoveSlotReserved reservedMove(AppointmentId appointment) {
    return taken.move(appointment);
  }

  public void releaseMove(AppointmentId appointment) {
    if (taken.move(appointment) != null) {
      apply(List.of(new MoveSlotReleased(doctorId(), appointment)));
    }
  }

  /** Whether it was taken in hand that its time was taken, and decided that it stays. */
  public boolean isKept(AppointmentId visit) {
    return hits.isKept(visit);
  }

  /** Nobody is seen by a doctor who left, nor where it is closed. */
  public void mustReceiveAt(LocationId place, @Nullable RoomId room) {
    standing.mustPractise();
    premises.mustBeOpen(place, room);
  }

  /** A visit takes the slot that was kept for it. */
  public void takeReserved(MoveSlotReserved kept, PatientId patient) {
    mustReceiveAt(kept.locationId(), kept.roomId());
    apply(List.of(SlotEvents.booked(kept, patient)));
  }

  public void hold(HoldId hold, String heldBy, AgreedSlot slot, Instant expiresAt) {
    apply(List.of(SlotEvents.held(doctorId(), hold, heldBy, slot, expiresAt)));
  }

  public void release(HoldId hold) {
    if (taken.hold(hold) != null) {
      apply(List.of(new HeldSlotReleased(doctorId(), hold)));
    }
  }

  @EventSourcingHandler
  void evolve(DoctorScheduleEvent event, @Timestamp Instant at) {
    id = event.doctorId();
    standing.evolve(event);
    premises.evolve(event);
    types.evolve(event);
    templates.evolve(event);
    exceptions.evolve(event);
    timeOffs.evolve(event);
    external.evolve(event);
    taken.evolve(event);
    hits.evolve(event);
    offers.evolve(event);
    dropWhatIsOver(at);
  }

  /** Events tell the time; one from a clock that runs behind changes nothing. */
  private void dropWhatIsOver(Instant at) {
    if (at.isAfter(latest)) {
      latest = at;
      taken.dropOverBefore(at);
      if (at.isAfter(swept.plus(MARGIN))) {
        swept = at;
        exceptions.dropOverBefore(at.minus(MARGIN));
        timeOffs.dropOverBefore(at);
        external.dropOverBefore(at.minus(MARGIN));
        hits.dropOverBefore(at.minus(MARGIN));
        offers.forget();
      }
    }
  }

  public DoctorId doctorId() {
    return Objects.requireNonNull(id);
  }

  private static void apply(List<? extends DoctorScheduleEvent> events) {
    events.forEach(AggregateLifecycle::apply);
  }
}
