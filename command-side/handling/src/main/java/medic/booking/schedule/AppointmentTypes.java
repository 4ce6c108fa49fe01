package medic.booking.schedule;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import medic.booking.deciding.AsItWasRead;
import medic.command.Refusal;
import medic.command.RefusalCode;
import medic.command.doctor.AddAppointmentType;
import medic.command.doctor.AppointmentTypeDetails;
import medic.command.doctor.PlanReminders;
import medic.command.doctor.ReviseAppointmentType;
import medic.command.doctor.WithdrawAppointmentType;
import medic.events.appointment.ChangeRules;
import medic.events.doctor.AppointmentTerms;
import medic.events.doctor.AppointmentTypeDefined;
import medic.events.doctor.AppointmentTypeWithdrawn;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.doctor.RemindersPlanned;
import medic.events.doctor.ScheduleVersions;
import medic.events.id.AppointmentTypeId;
import medic.events.id.LocationId;
import org.jspecify.annotations.Nullable;

/** The kinds of visit a doctor offers, each slug once. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
final class AppointmentTypes {

  private Map<AppointmentTypeId, AppointmentTypeDefined> types = new LinkedHashMap<>();
  private Map<AppointmentTypeId, AppointmentTypeDefined> withdrawn = new LinkedHashMap<>();
  private Map<AppointmentTypeId, List<Integer>> reminders = new HashMap<>();

  List<AppointmentTypeDefined> decide(AddAppointmentType command, Premises premises) {
    AppointmentTypeId id = command.appointmentTypeId();
    AppointmentTypeDefined wanted =
        new AppointmentTypeDefined(command.doctorId(), id, termsOf(command.details()));
    AppointmentTypeDefined known = types.getOrDefault(id, withdrawn.get(id));
    List<AppointmentTypeDefined> events = IdempotentCreation.of(wanted, known, "appointmentTypeId");
    if (!events.isEmpty()) {
      verify(id, wanted.terms(), premises);
    }
    return events;
  }

  List<AppointmentTypeDefined> decide(ReviseAppointmentType command, Premises premises) {
    AppointmentTypeId id = command.appointmentTypeId();
    AppointmentTypeDefined wanted =
        new AppointmentTypeDefined(command.doctorId(), id, termsOf(command.details()));
    AppointmentTypeDefined known = known(id);
    if (wanted.equals(known)) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), ScheduleVersions.ofType(known.terms(), false));
    verify(id, wanted.terms(), premises);
    return List.of(wanted);
  }

  List<AppointmentTypeWithdrawn> decide(WithdrawAppointmentType command) {
    AppointmentTypeId id = command.appointmentTypeId();
    if (withdrawn.containsKey(id)) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), ScheduleVersions.ofType(known(id).terms(), false));
    return List.of(new AppointmentTypeWithdrawn(command.doctorId(), id));
  }

  List<RemindersPlanned> decide(PlanReminders command) {
    AppointmentTypeId id = command.appointmentTypeId();
    known(id);
    if (command.hoursBefore().equals(reminders.get(id))) {
      return List.of();
    }
    AsItWasRead.verify(command.expected(), ScheduleVersions.ofReminders(reminders.get(id)));
    return List.of(new RemindersPlanned(command.doctorId(), id, command.hoursBefore()));
  }

  /** One to try changes on. */
  AppointmentTypes copy() {
    AppointmentTypes copy = new AppointmentTypes();
    copy.types.putAll(types);
    copy.withdrawn.putAll(withdrawn);
    copy.reminders.putAll(reminders);
    return copy;
  }

  void evolve(DoctorScheduleEvent event) {
    if (event instanceof AppointmentTypeDefined defined) {
      types.put(defined.appointmentTypeId(), defined);
    } else if (event instanceof AppointmentTypeWithdrawn gone) {
      withdrawn.put(gone.appointmentTypeId(), types.remove(gone.appointmentTypeId()));
    } else if (event instanceof RemindersPlanned planned) {
      reminders.put(planned.appointmentTypeId(), planned.hoursBefore());
    }
  }

  private AppointmentTypeDefined known(AppointmentTypeId id) {
    AppointmentTypeDefined type = types.get(id);
    if (type == null) {
      throw Refusal.unknown("appointment type");
    }
    return type;
  }

  void mustKnow(@Nullable AppointmentTypeId id, String field) {
    if (id != null && !types.containsKey(id)) {
      throw Refusal.unknownReference("appointment type", field);
    }
  }

  /** What is opened for a kind of visit must be where it takes place, or nothing is offered. */
  void mustTakePlaceAt(@Nullable LocationId location, @Nullable AppointmentTypeId id) {
    AppointmentTypeDefined type = id == null ? null : types.get(id);
    if (type != null && !takesPlaceAt(type.terms(), location)) {
      throw new Refusal(
          RefusalCode.LOCATION_UNSUITABLE,
          "This kind of visit is not offered at this location.",
          "locationId");
    }
  }

  /**
   * The terms of a type that can be booked now.
   *
   * @param evenInactive whether one that is not offered at present can
   */
  AppointmentTerms bookable(AppointmentTypeId id, boolean evenInactive) {
    if (withdrawn.containsKey(id)) {
      throw inactive();
    }
    AppointmentTypeDefined type = types.get(id);
    if (type == null) {
      throw Refusal.unknownReference("appointment type", "appointmentTypeId");
    }
    if (!type.terms().active() && !evenInactive) {
      throw inactive();
    }
    return type.terms();
  }

  /** The terms under which a booked visit may be moved; a withdrawn type's visits stay put. */
  AppointmentTerms terms(AppointmentTypeId id) {
    AppointmentTypeDefined type = types.get(id);
    if (type == null) {
      throw inactive();
    }
    return type.terms();
  }

  /** The terms of a type as they are now; null where it was withdrawn. */
  @Nullable AppointmentTerms termsOrNull(AppointmentTypeId id) {
    AppointmentTypeDefined type = types.get(id);
    return type == null ? null : type.terms();
  }

  /** The terms of a type as they are now, or were when it was withdrawn. */
  @Nullable AppointmentTerms lastTerms(AppointmentTypeId id) {
    AppointmentTypeDefined type = types.getOrDefault(id, withdrawn.get(id));
    return type == null ? null : type.terms();
  }

  /** Is it offered at a place at present? */
  boolean isOffered(AppointmentTypeId id, LocationId at) {
    AppointmentTypeDefined type = types.get(id);
    return type != null && type.terms().active() && takesPlaceAt(type.terms(), at);
  }

  /**
   * How far patients may change visits of a type; of one that was withdrawn they give no notice.
   */
  ChangeRules changeRulesOf(AppointmentTypeId id) {
    AppointmentTerms terms = termsOrNull(id);
    return terms == null ? new ChangeRules(false, 0, null) : ChangeRules.of(terms);
  }

  private static Refusal inactive() {
    return new Refusal(
        RefusalCode.TYPE_INACTIVE,
        "This kind of visit is not offered at present.",
        "appointmentTypeId");
  }

  private void verify(AppointmentTypeId id, AppointmentTerms terms, Premises premises) {
    JoiningFitsMode.verify(terms);
    priceMustHaveACurrency(terms);
    slugMustBeFree(id, terms.slug());
    for (LocationId location : terms.locationIds()) {
      premises.mustKnow(location, "locationIds");
    }
    premises.mustKnow(terms.defaultLocationId(), "defaultLocationId");
    defaultLocationMustBeOffered(terms);
    premises.mustOffer(terms.defaultRoomId(), terms.defaultLocationId(), "defaultRoomId");
    if (terms.defaultRoomId() != null) {
      defaultRoomMustBeOffered(terms, premises.locationOf(terms.defaultRoomId()));
      RoomFitsMode.verify(
          terms.consultationMode(), premises.isVirtual(terms.defaultRoomId()), "defaultRoomId");
    }
  }

  private static void priceMustHaveACurrency(AppointmentTerms terms) {
    if (terms.priceCents() != null && terms.currency() == null) {
      throw new Refusal(
          RefusalCode.CURRENCY_MISSING, "Say in which currency the price is.", "currency");
    }
  }

  private void slugMustBeFree(AppointmentTypeId id, String slug) {
    boolean taken =
        types.values().stream()
            .anyMatch(
                type -> type.terms().slug().equals(slug) && !type.appointmentTypeId().equals(id));
    if (taken) {
      throw new Refusal(
          RefusalCode.SLUG_TAKEN, "Another kind of visit has the slug " + slug + ".", "slug");
    }
  }

  private static void defaultLocationMustBeOffered(AppointmentTerms terms) {
    if (!takesPlaceAt(terms, terms.defaultLocationId())) {
      throw new Refusal(
          RefusalCode.LOCATION_UNSUITABLE,
          "The default location is not among the type's locations.",
          "defaultLocationId");
    }
  }

  private static void defaultRoomMustBeOffered(AppointmentTerms terms, @Nullable LocationId where) {
    if (!takesPlaceAt(terms, where)) {
      throw new Refusal(
          RefusalCode.LOCATION_UNSUITABLE,
          "The default room is at none of the type's locations.",
          "defaultRoomId");
    }
  }

  /** Named no locations, a type takes place at all of them. */
  static boolean takesPlaceAt(AppointmentTerms terms, @Nullable LocationId location) {
    return location == null
        || terms.locationIds().isEmpty()
        || terms.locationIds().contains(location);
  }

  private static AppointmentTerms termsOf(AppointmentTypeDetails d) {
    return new AppointmentTerms(
        d.slug(),
        d.name(),
        d.description(),
        d.durationMinutes(),
        Given.or(d.bufferBeforeMinutes(), 0),
        Given.or(d.bufferAfterMinutes(), 0),
        d.priceCents(),
        d.currency(),
        d.consultationMode(),
        Given.or(d.locationIds(), List.of()),
        d.defaultLocationId(),
        d.defaultRoomId(),
        Given.or(d.active(), true),
        Given.or(d.allowPatientReschedule(), true),
        Given.or(d.minNoticeMinutes(), 0),
        d.maxFutureDays(),
        d.maxRescheduleCount(),
        Given.or(d.requiresConfirmation(), false),
        d.joinUrl(),
        d.callNumber(),
        d.whatToBring(),
        Boolean.TRUE.equals(d.reasonRequired()) ? true : null);
  }
}
