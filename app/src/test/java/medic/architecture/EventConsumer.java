package medic.architecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.saga.SagaEventHandler;

/**
 * Which events of a family a class leaves out, where it tells some of them apart: by a handler for
 * one, by {@code instanceof}, or by its class, as an enum of them does.
 */
final class EventConsumer {

  private static final List<Class<?>> FAMILIES =
      new ClassFileImporter()
          .importPackages("medic.events").stream()
              .filter(JavaClass::isInterface)
              .<Class<?>>map(JavaClass::reflect)
              .filter(Class::isSealed)
              .sorted(Comparator.comparing(Class::getName))
              .toList();

  private EventConsumer() {}

  /**
   * By consumer and family, the events that the class does not handle; nothing where it tells none
   * of a family apart.
   */
  static Map<String, Set<String>> unhandledBy(JavaClass type) {
    Map<String, Set<String>> unhandled = new TreeMap<>();
    Set<String> named = toldApart(type);
    for (Class<?> family : FAMILIES) {
      Set<String> left = new TreeSet<>();
      boolean consumes = false;
      for (Class<?> event : family.getPermittedSubclasses()) {
        if (named.contains(event.getName())) {
          consumes = true;
        } else {
          left.add(event.getSimpleName());
        }
      }
      if (consumes) {
        unhandled.put(type.getName() + ": " + family.getSimpleName(), left);
      }
    }
    return unhandled;
  }

  private static Set<String> toldApart(JavaClass type) {
    Set<String> named = new TreeSet<>();
    type.getInstanceofChecks().stream()
        .map(InstanceofCheck::getRawType)
        .map(JavaClass::getName)
        .forEach(named::add);
    type.getReferencedClassObjects().stream()
        .map(ReferencedClassObject::getRawType)
        .map(JavaClass::getName)
        .forEach(named::add);
    type.getMethods().stream()
        .filter(EventConsumer::isHandler)
        .flatMap(EventConsumer::parameters)
        .forEach(named::add);
    return named;
  }

  private static boolean isHandler(JavaMethod method) {
    return method.isAnnotatedWith(EventHandler.class)
        || method.isAnnotatedWith(EventSourcingHandler.class)
        || method.isAnnotatedWith(SagaEventHandler.class);
  }

  private static Stream<String> parameters(JavaMethod method) {
    return method.getRawParameterTypes().stream().map(JavaClass::getName);
  }
}
