package medic.booking.house;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import medic.booking.deciding.FirstEvents;
import medic.booking.deciding.StorePosition;
import medic.command.Actor;
import medic.command.CommandMetaData;
import medic.command.Refusal;
import medic.command.RefusalDetails;
import medic.command.appointment.AppointmentOutcome;
import medic.command.appointment.CancelAppointment;
import medic.command.patient.PatientDetails;
import medic.command.patient.RegisterPatient;
import medic.events.ActorType;
import medic.events.id.PatientId;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.format.support.DefaultFormattingConversionService;

/**
 * The command side as it is wired, without its endpoints, over a store in memory and a clock that
 * tests move. It is Monday, 2 March 2026, 6 o'clock UTC. Several nodes may share one store.
 */
public final class House implements AutoCloseable {
  public static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
  public static final Actor ADMIN = new Actor(ActorType.ADMIN, "admin");

  public final StoreInMemory store;
  public final TestClock clock;
  private final AnnotationConfigApplicationContext context;
  private final CommandBus bus;
  private int patients;

  public House() {
    this(new StoreInMemory(), new TestClock(MONDAY));
  }

  private House(StoreInMemory store, TestClock clock) {
    this.store = store;
    this.clock = clock;
    GenericEventMessage.clock = clock;
    context = context(store, clock);
    bus = context.getBean(CommandBus.class);
    ParameterResolverFactory parameters = context.getBean(ParameterResolverFactory.class);
    HandlerDefinition handlers = context.getBean(HandlerDefinition.class);
    for (String name : context.getBeanDefinitionNames()) {
      if (name.endsWith("Desk")) {
        new AnnotationCommandHandlerAdapter<>(context.getBean(name), parameters, handlers)
            .subscribe(bus);
      }
    }
  }

  @ComponentScan(
      basePackages = "medic.booking",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = {"medic\\.booking\\.http\\..*", ".*\\.CommandSideConfiguration"}))
  private static final class Everything {}

  private static AnnotationConfigApplicationContext context(StoreInMemory store, TestClock clock) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.getBeanFactory().setConversionService(new DefaultFormattingConversionService());
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(RandomGenerator.class, () -> new Random(7));
    context.registerBean(StorePosition.class, () -> store::appended);
    context.registerBean(
        EventStore.class, () -> EmbeddedEventStore.builder().storageEngine(store).build());
    context.registerBean(
        ParameterResolverFactory.class,
        () ->
            MultiParameterResolverFactory.ordered(
                new SimpleResourceParameterResolverFactory(
                    List.of(context.getBean(FirstEvents.class))),
                ClasspathParameterResolverFactory.forClass(House.class)));
    context.registerBean(
        HandlerDefinition.class, () -> ClasspathHandlerDefinition.forClass(House.class));
    context.register(Everything.class);
    context.refresh();
    return context;
  }

  /** Another node on the same store, with caches of its own. */
  public House join() {
    return new House(store, clock);
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  public static Actor as(PatientId patient) {
    return new Actor(ActorType.PATIENT, patient.value().toString());
  }

  /** Sends as the practice's admin. */
  public <R> R send(Object command) {
    return send(command, ADMIN);
  }

  public <R> R send(Object command, Actor by) {
    return send(command, by, null, null);
  }

  /** Sends under an idempotency key; {@code request} is what the key stands for. */
  public <R> R send(Object command, Actor by, @Nullable String key, @Nullable String request) {
    Map<String, Object> metaData = new HashMap<>(by.asMetaData());
    if (key != null) {
      metaData.put(CommandMetaData.IDEMPOTENCY_KEY, key);
      metaData.put(CommandMetaData.REQUEST, request);
    }
    CommandMessage<Object> message =
        GenericCommandMessage.asCommandMessage(command).withMetaData(metaData);
    FutureCallback<Object, R> answer = new FutureCallback<>();
    bus.dispatch(message, answer);
    try {
      return answer.getResult().isExceptional()
          ? refuse(answer.getResult().exceptionResult())
          : answer.getResult().getPayload();
    } catch (CommandExecutionException failure) {
      return refuse(failure);
    }
  }

  private static <R> R refuse(Throwable failure) {
    if (failure instanceof CommandExecutionException told
        && told.getDetails().orElse(null) instanceof RefusalDetails details) {
      throw new Refusal(details);
    }
    throw new AssertionError("not a refusal", failure);
  }

  public Doctor doctor() {
    return new Doctor(this);
  }

  /** A patient with an address and a number. */
  public PatientId patient() {
    return patient("+49 30 1234567");
  }

  public PatientId patient(@Nullable String phone) {
    PatientId id = Given.id(PatientId::new);
    send(
        new RegisterPatient(
            id,
            new PatientDetails(
                null,
                "Patient " + ++patients,
                "patient@example.org",
                phone,
                null,
                null,
                null,
                null)));
    return id;
  }

  public AppointmentOutcome cancel(AppointmentOutcome appointment) {
    return send(new CancelAppointment(appointment.appointmentId(), null));
  }

  /** An aggregate's state as a snapshot would hold it. */
  @SuppressWarnings("unchecked")
  public String state(String repository, Object id) {
    DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    try {
      return ((Repository<Object>) context.getBean(repository))
          .load(id.toString())
          .invoke(root -> StoreInMemory.SERIALIZER.serialize(root, String.class).getData());
    } finally {
      unitOfWork.rollback();
    }
  }

  /** Takes a snapshot and waits until it is stored. */
  public void snapshot(Class<?> type, Object id) {
    context.getBean(Snapshotter.class).scheduleSnapshot(type, id.toString());
    try {
      context.getBean(ExecutorService.class).submit(() -> {}).get();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  public List<Object> eventsOf(Object aggregate) {
    return store.payloads(aggregate);
  }

  @Override
  public void close() {
    context.close();
    GenericEventMessage.clock = Clock.systemUTC();
  }
}
