package medic.events.contract;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medic.personal.Personal;
import org.jspecify.annotations.Nullable;

/** The values at the edges of what a record's components can hold. */
final class Edges {

  static final List<UUID> IDS =
      List.of(
          new UUID(0, 0),
          new UUID(0, 1),
          new UUID(-1, -1),
          new UUID(Long.MIN_VALUE, Long.MAX_VALUE));

  /** Half of a pair, which no encoding of Unicode can hold. */
  static final String BROKEN = "half \uD83D of a pair";

  static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u0000",
          "\uFFFF\uFEFF\u202E",
          "\"\\/\b\f\n\r\t{}[]",
          "null",
          "p1.not-sealed",
          "x".repeat(100_000),
          "🜁".repeat(10_000));

  private static final List<Instant> INSTANTS =
      List.of(
          Instant.MIN,
          Instant.MAX,
          Instant.EPOCH,
          Instant.EPOCH.minusNanos(1),
          Instant.parse("0000-01-01T00:00:00Z"),
          Instant.parse("-0001-12-31T23:59:59.999999999Z"),
          Instant.parse("9999-12-31T23:59:59.999999999Z"),
          Instant.parse("+10000-01-01T00:00:00Z"));

  private Edges() {}

  /** A sample, each component of which is moved to each of its edges in turn. */
  static Stream<Object> around(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] usual = Sample.values(type);
    return Stream.iterate(0, i -> i < components.length, i -> i + 1)
        .flatMap(
            i ->
                edges(components[i].getAnnotatedType(), usual[i]).stream()
                    .flatMap(edge -> with(type, usual, i, edge)));
  }

  /** None where the constructor refuses it. */
  private static Stream<Object> with(
      Class<?> type, Object[] usual, int place, @Nullable Object edge) {
    Object[] values = usual.clone();
    values[place] = edge;
    try {
      return Stream.of(Sample.construct(type, values));
    } catch (IllegalArgumentException refused) {
      return Stream.empty();
    }
  }

  private static List<@Nullable Object> edges(AnnotatedType declared, Object usual) {
    List<@Nullable Object> edges = new ArrayList<>();
    if (declared.isAnnotationPresent(Nullable.class)) {
      edges.add(null);
    }
    edges.addAll(values(declared, usual));
    return edges;
  }

  private static List<?> values(AnnotatedType declared, Object usual) {
    if (declared instanceof AnnotatedParameterizedType generic) {
      return contained(generic, usual);
    }
    Class<?> type = (Class<?>) declared.getType();
    if (type.isEnum()) {
      return Arrays.asList(type.getEnumConstants());
    } else if (type == UUID.class) {
      return IDS;
    } else if (type == String.class) {
      return Stream.concat(TEXTS.stream(), Stream.of(BROKEN)).toList();
    } else if (type == Instant.class) {
      return INSTANTS;
    } else if (type == LocalTime.class) {
      return List.of(LocalTime.MIN, LocalTime.MAX, LocalTime.NOON);
    } else if (type == ZoneId.class) {
      return Stream.of("UTC", "Z", "+18:00", "Asia/Kathmandu").map(ZoneId::of).toList();
    } else if (type == boolean.class || type == Boolean.class) {
      return List.of(true, false);
    } else if (type == int.class || type == Integer.class) {
      return List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE);
    } else if (type == Long.class) {
      return List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
    } else if (type == Double.class) {
      return List.of(-0.0, Double.MIN_VALUE, -Double.MAX_VALUE, 1e-300, 0.1 + 0.2);
    } else if (type.isRecord()) {
      return around(type).toList();
    }
    throw new IllegalStateException("say what the edges of " + type + " are");
  }

  private static List<?> contained(AnnotatedParameterizedType generic, Object usual) {
    Object container = ((ParameterizedType) generic.getType()).getRawType();
    AnnotatedType content = generic.getAnnotatedActualTypeArguments()[0];
    if (container == Personal.class) {
      return Stream.concat(
              around((Class<?>) content.getType()).map(value -> Personal.of(Sample.SUBJECT, value)),
              IDS.stream().map(subject -> Personal.of(subject, clear(usual))))
          .toList();
    } else if (container == List.class) {
      Object one = ((List<?>) usual).get(0);
      return Stream.concat(
              Stream.of(List.of(), Collections.nCopies(2_000, one)),
              values(content, one).stream().map(List::of))
          .toList();
    } else if (container == Map.class) {
      return Stream.concat(
              Stream.of(Map.of()), TEXTS.stream().map(text -> Map.of(text, "value of " + text)))
          .toList();
    }
    throw new IllegalStateException("say what the edges of " + generic + " are");
  }

  private static Object clear(Object personal) {
    return ((medic.personal.Value.Present<?>) ((Personal<?>) personal).open()).value();
  }
}
