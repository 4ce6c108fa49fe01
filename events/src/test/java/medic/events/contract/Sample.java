package medic.events.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medic.personal.Personal;

/** Fully populated records whose every value follows from the name and place of its component. */
final class Sample {
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
  static final UUID SUBJECT = uuid("patientId");

  private Sample() {}

  static <R> R of(Class<R> type) {
    return construct(type, values(type));
  }

  /** What a sample consists of. */
  static Object[] values(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = value(components[i].getGenericType(), components[i].getName(), i);
    }
    return values;
  }

  static <R> R construct(Class<R> type, Object[] values) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException("no sample of " + type, refused.getCause());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("no sample of " + type, failure);
    }
  }

  private static Object value(Type declared, String name, int place) {
    if (declared instanceof ParameterizedType generic) {
      return container(generic, name, place);
    }
    Class<?> type = (Class<?>) declared;
    if (type.isRecord()) {
      return of(type, name);
    } else if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[constants.length - 1];
    } else if (type == String.class) {
      return "some " + name;
    } else if (type == UUID.class) {
      return uuid(name);
    } else if (type == Instant.class) {
      return MORNING.plus(Duration.ofMinutes(15L * place));
    } else if (type == LocalTime.class) {
      return LocalTime.of(8 + place, 30);
    } else if (type == ZoneId.class) {
      return ZoneId.of("Europe/Berlin");
    } else if (type == boolean.class || type == Boolean.class) {
      return true;
    } else if (type == int.class || type == Integer.class) {
      return 10 + place;
    } else if (type == Long.class) {
      return 4_000_000_000L + place;
    } else if (type == Double.class) {
      return 7.5 + place;
    }
    throw new IllegalStateException("say what a sample of " + type + " is");
  }

  /** Two ids of one type in an event differ, for they are named differently. */
  private static Object of(Class<?> type, String name) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && components[0].getType() == UUID.class
        ? construct(type, new Object[] {uuid(name)})
        : of(type);
  }

  private static Object container(ParameterizedType generic, String name, int place) {
    Type[] content = generic.getActualTypeArguments();
    if (generic.getRawType() == Personal.class) {
      return Personal.of(SUBJECT, of((Class<?>) content[0]));
    } else if (generic.getRawType() == List.class) {
      return List.of(value(content[0], name, place));
    } else if (generic.getRawType() == Map.class) {
      return Map.of("channel", "sms");
    }
    throw new IllegalStateException("say what a sample of " + generic + " is");
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
