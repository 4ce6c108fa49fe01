package medic.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import medic.personal.Personal;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an event can hold is read back as it was, or is refused before it is stored. Nothing is
 * refused but text that is no text, half of a surrogate pair.
 */
class RoundTripTest {

  static List<Class<?>> events() {
    return EventTypes.all();
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatCanBeWrittenIsReadBackAsItWas(Class<?> type) throws Exception {
    List<Object> edges = Edges.around(type).toList();
    assertThat(edges).hasSizeGreaterThan(type.getRecordComponents().length);
    for (Object event : edges) {
      byte[] stored = stored(event);
      if (stored == null) {
        assertThat(event.toString() + clear(event)).contains(Edges.BROKEN);
      } else {
        assertSame(type, event, Stored.read(type, stored));
      }
    }
  }

  private static byte @Nullable [] stored(Object event) {
    try {
      return Stored.bytes(event);
    } catch (SerializationException refused) {
      return null;
    }
  }

  private static void assertSame(Class<?> type, Object was, Object is) throws Exception {
    for (RecordComponent component : type.getRecordComponents()) {
      Object before = component.getAccessor().invoke(was);
      Object after = component.getAccessor().invoke(is);
      String name = type.getSimpleName() + "." + component.getName();
      if (before instanceof Personal<?> fresh) {
        assertThat(((Personal<?>) after).open()).as(name).isEqualTo(fresh.open());
        assertThat(((Personal<?>) after).subject()).as(name).isEqualTo(fresh.subject());
      } else {
        assertThat(after).as(name).isEqualTo(before);
      }
    }
  }

  /** What its sealed fields hold. */
  private static String clear(Object event) throws Exception {
    StringBuilder all = new StringBuilder();
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (component.getAccessor().invoke(event) instanceof Personal<?> personal) {
        all.append(Stored.fields(((medic.personal.Value.Present<?>) personal.open()).value()));
      }
    }
    return all.toString();
  }
}
