package medic.events.contract;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medic.events.access.AccessEvent;
import medic.events.appointment.AppointmentEvent;
import medic.events.calendar.CalendarEvent;
import medic.events.claim.ClaimEvent;
import medic.events.consent.ConsentEvent;
import medic.events.doctor.DoctorScheduleEvent;
import medic.events.hold.HoldEvent;
import medic.events.login.LoginEvent;
import medic.events.notification.NotificationEvent;
import medic.events.operation.OperationEvent;
import medic.events.patient.PatientEvent;
import medic.events.patient.PatientProfileRevised;
import medic.events.patient.PatientRegistered;
import medic.events.room.RoomCalendarEvent;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The events in words: from the compiled records, and the sentences of their sources. */
final class Catalogue {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern JAVADOC =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public ", Pattern.DOTALL);
  private static final Map<Class<?>, String> STREAMS =
      Map.ofEntries(
          entry(AccessEvent.class, "a stream of its own"),
          entry(AppointmentEvent.class, ofThing("appointment")),
          entry(CalendarEvent.class, ofThing("connection")),
          entry(ClaimEvent.class, ofThing("id")),
          entry(DoctorScheduleEvent.class, ofThing("doctor")),
          entry(HoldEvent.class, ofThing("hold")),
          entry(ConsentEvent.class, ofThing("consent")),
          entry(LoginEvent.class, "a stream of its own"),
          entry(NotificationEvent.class, ofThing("notification")),
          entry(OperationEvent.class, "a stream of its own"),
          entry(PatientEvent.class, ofThing("calendar")),
          entry(PatientRegistered.class, ofThing("patient")),
          entry(PatientProfileRevised.class, ofThing("patient")),
          entry(RoomCalendarEvent.class, ofThing("room")));

  private Catalogue() {}

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Events

            Generated from `events/`; the build fails when it drifts. To write it anew:
            `mvn -pl events -am test -Dmedic.catalogue.write=true`.

            All times are UTC instants, all ids UUIDs; `?` marks what may be absent. `Personal` is \
            sealed under the patient's key. Who acted, by which way and under which key is in each \
            event's metadata: `actorType`, `actorId`, `channel`, \
            `address` (sealed), `idempotencyKey`, `request`.
            """);
    for (Class<?> family : EventTypes.families()) {
      text.append("\n## ").append(heading(family)).append("\n\n").append(said(family)).append('\n');
      Stream.of(family.getPermittedSubclasses())
          .sorted(Comparator.comparing(Class::getSimpleName))
          .forEach(event -> text.append(event(event, family)));
    }
    return text.append("\n## Values\n").append(values()).toString();
  }

  private static String heading(Class<?> family) {
    return family.getSimpleName().replaceAll("Event$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
  }

  private static String event(Class<?> event, Class<?> family) {
    String stream = STREAMS.getOrDefault(event, STREAMS.get(family));
    if (stream == null) {
      throw new IllegalStateException("say which stream " + event + " is stored in");
    }
    return "\n### %s\n\n%s\n\nRevision %s, %s\n\n%s"
        .formatted(
            event.getSimpleName(),
            said(event),
            event.getAnnotation(Revision.class).value(),
            stream,
            fields(event));
  }

  private static String ofThing(String prefix) {
    return "stream `" + prefix + "-<uuid>`";
  }

  /** What stands within another class is no part of an event. */
  private static String values() {
    return EventTypes.classes().stream()
        .filter(type -> !type.isMemberClass())
        .filter(type -> !type.isAnnotationPresent(Revision.class))
        .filter(type -> type.isEnum() || type.isRecord() && !isId(type))
        .sorted(Comparator.comparing(Class::getSimpleName))
        .map(
            type ->
                "\n### %s\n\n%s\n\n%s"
                    .formatted(
                        type.getSimpleName(),
                        said(type),
                        type.isEnum() ? constants(type) : fields(type)))
        .collect(Collectors.joining());
  }

  private static boolean isId(Class<?> type) {
    return type.getPackageName().endsWith(".id");
  }

  private static String constants(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> "`" + Stored.write(constant).asString() + "`")
        .collect(Collectors.joining(", ", "", "\n"));
  }

  private static String fields(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(c -> "| `" + c.getName() + "` | " + typeOf(c) + " |\n")
        .collect(Collectors.joining("", "| Field | Type |\n|---|---|\n", ""));
  }

  private static String typeOf(RecordComponent component) {
    AnnotatedType declared = component.getAnnotatedType();
    return name(component.getGenericType())
        + (declared.isAnnotationPresent(Nullable.class) ? "?" : "");
  }

  private static String name(Type type) {
    return type instanceof ParameterizedType generic
        ? name(generic.getRawType())
            + Stream.of(generic.getActualTypeArguments())
                .map(Catalogue::name)
                .collect(Collectors.joining(", ", " of ", ""))
        : ((Class<?>) type).getSimpleName();
  }

  /** What the source says of a type. */
  private static String said(Class<?> type) {
    Path file = SOURCES.resolve(type.getName().replace('.', '/') + ".java");
    try {
      Matcher javadoc = JAVADOC.matcher(Files.readString(file));
      if (!javadoc.find()) {
        throw new IllegalStateException(type.getSimpleName() + " has no Javadoc");
      }
      return List.of(javadoc.group(1).split("\\R")).stream()
          .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
          .collect(Collectors.joining(" "))
          .strip()
          .replaceAll("\\s+", " ")
          .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
