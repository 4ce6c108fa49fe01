package medic.sagas.messages.composing;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import medic.contact.MailAddress;
import medic.events.appointment.AppointmentStatus;
import medic.events.id.PatientId;
import medic.events.notification.NotificationChannel;
import medic.events.notification.NotificationRecipient;
import medic.events.patient.PatientProfile;
import medic.sagas.messages.contacts.CommunicationPreferences;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.contacts.QuietHours;
import medic.sagas.messages.outbox.DeliveryFailure;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.OptOutLinks;
import medic.sagas.messages.outbox.OutboxMessage;
import medic.sagas.messages.outbox.Recipient;
import medic.sagas.messages.outbox.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whom a message goes to and writes it. Nobody's words are opened before this moment: a
 * patient who was erased in the meantime is written to no more.
 */
@Component
public class MessageRenderer {

  private final Contacts contacts;
  private final Templates templates;
  private final MessageFacts facts;
  private final OptOutLinks optOuts;
  private final NotificationSettings settings;
  private final Clock clock;

  public MessageRenderer(
      Contacts contacts,
      Templates templates,
      MessageFacts facts,
      OptOutLinks optOuts,
      NotificationSettings settings,
      Clock clock) {
    this.contacts = contacts;
    this.templates = templates;
    this.facts = facts;
    this.optOuts = optOuts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The recipient as they are now.
   *
   * @throws DeliveryFailure lasting, without an address; unwanted, for an erased patient
   */
  public Recipient addresseeOf(OutboxMessage message) {
    return switch (message.recipient()) {
      case PATIENT -> patient(message);
      case DOCTOR -> {
        Contacts.DoctorContact doctor = facts.doctorOf(message);
        yield staff(doctor.fullName(), doctor.email(), doctor.zone());
      }
      case PRACTICE ->
          staff(
              "",
              settings.practice().orElseThrow(() -> DeliveryFailure.lasting("NO_ADDRESS")),
              facts.doctorOf(message).zone());
    };
  }

  private Recipient staff(String name, String mail, ZoneId zone) {
    return new Recipient(name, writable(mail), settings.language(), zone, QuietHours.USUAL, true);
  }

  private Recipient patient(OutboxMessage message) {
    PatientId id = MessageFacts.patientOf(message);
    PatientProfile profile = facts.profileOf(id);
    CommunicationPreferences wishes = CommunicationPreferences.of(profile);
    boolean wanted =
        message.template().carriesLink()
            || !message.channel().isAutomatic()
            || wishes.channels().contains(message.channel());
    return new Recipient(
        profile.fullName(),
        wanted ? address(id, profile, message.channel()) : "",
        language(profile),
        facts.zoneOf(profile, message),
        wishes.quiet(),
        wanted);
  }

  private Locale language(PatientProfile profile) {
    String tag = profile.preferredLanguage();
    return tag == null ? settings.language() : Locale.forLanguageTag(tag);
  }

  private String address(PatientId patient, PatientProfile profile, NotificationChannel channel) {
    return switch (channel) {
      case EMAIL -> {
        if (profile.email() == null) {
          throw DeliveryFailure.lasting("NO_ADDRESS");
        }
        yield writable(profile.email());
      }
      case SMS ->
          contacts
              .textNumber(patient, profile)
              .orElseThrow(() -> DeliveryFailure.lasting("BAD_PHONE_NUMBER"));
      case PUSH, CALL -> "";
    };
  }

  /** What was stored before addresses were looked at may not be one: then nobody gets the mail. */
  private static String writable(String mail) {
    return MailAddress.of(mail)
        .orElseThrow(() -> DeliveryFailure.lasting("BAD_ADDRESS"))
        .toString();
  }

  public RenderedMessage write(OutboxMessage message, Recipient to) {
    Locale language = templates.languageFor(message.template(), to.language());
    @Nullable URI optOut = optOut(message);
    Map<String, Object> values = facts.of(message, to, language);
    values.put("optOut", optOut == null ? "" : optOut.toString());
    Templates.Rendered text = templates.render(message.template(), language, values);
    return new RenderedMessage(
        message.id(),
        message.key(),
        message.patientId(),
        to.to(),
        language,
        text.subject(),
        text.shortText(),
        text.text(),
        calendar(message, to, language, values),
        optOut);
  }

  private @Nullable URI optOut(OutboxMessage message) {
    return message.recipient() == NotificationRecipient.PATIENT && !message.template().carriesLink()
        ? optOuts.of(MessageFacts.patientOf(message), message.channel())
        : null;
  }

  private RenderedMessage.@Nullable CalendarPart calendar(
      OutboxMessage message, Recipient to, Locale language, Map<String, Object> values) {
    Template.Calendar kind = message.template().calendar();
    if (kind == Template.Calendar.NONE
        || message.channel() != NotificationChannel.EMAIL
        || message.appointmentId() == null) {
      return null;
    }
    return CalendarParts.of(
        kind,
        new CalendarParts.Entry(
            message.appointmentId(),
            message.revision(),
            Objects.requireNonNull(message.time("startsAt")),
            Objects.requireNonNull(message.time("endsAt")),
            isAskedFor(message),
            values.get("type") + ", " + values.get("doctor"),
            templates.line("where", language, values),
            join(values),
            String.valueOf(values.get("doctor")),
            settings.from(),
            to.to()),
        clock.instant());
  }

  private boolean isAskedFor(OutboxMessage message) {
    return facts
        .visitOf(message)
        .map(visit -> visit.status() == AppointmentStatus.PENDING)
        .orElse(message.template() == Template.REQUESTED);
  }

  private static @Nullable URI join(Map<String, Object> values) {
    return values.get("join") instanceof String link && !link.isEmpty() ? URI.create(link) : null;
  }
}
