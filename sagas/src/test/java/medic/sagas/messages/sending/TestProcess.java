package medic.sagas.messages.sending;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import medic.command.notification.RecordNotification;
import medic.contact.PhoneNumbers;
import medic.events.notification.NotificationState;
import medic.personal.SealedJson;
import medic.sagas.messages.calls.Calls;
import medic.sagas.messages.composing.LinkInsertion;
import medic.sagas.messages.composing.MessageFacts;
import medic.sagas.messages.composing.MessageRenderer;
import medic.sagas.messages.composing.Templates;
import medic.sagas.messages.contacts.ContactBook;
import medic.sagas.messages.contacts.Contacts;
import medic.sagas.messages.contacts.PhoneHashes;
import medic.sagas.messages.contacts.PhoneIndex;
import medic.sagas.messages.contacts.SagaSecret;
import medic.sagas.messages.notices.Reminders;
import medic.sagas.messages.notices.WhenTimeOffChangesThenNotify;
import medic.sagas.messages.notices.WhenVisitChangesThenNotify;
import medic.sagas.messages.outbox.NotificationSettings;
import medic.sagas.messages.outbox.NotifiedAppointments;
import medic.sagas.messages.outbox.Outbox;
import medic.sagas.messages.outbox.OutboxTable;
import medic.sagas.messages.outbox.TestSealing;
import medic.sagas.messages.outbox.TimeOffTable;
import medic.sagas.reminders.ReminderPlans;
import medic.sagas.reminders.ReminderSaga;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * One process of the system, wired as the application wires it, on a clock that is turned by hand
 * and with events that are handed to it one by one. Another on the same database takes over from
 * it.
 */
public final class TestProcess {

  private final SpringTransactionManager transactions;
  private final AnnotationEventHandlerAdapter book;
  private final AnnotationEventHandlerAdapter reactions;
  private final AnnotationEventHandlerAdapter leaves;
  private final AnnotatedSagaManager<ReminderSaga> reminders;
  private final ManualScheduler scheduler;
  private final Chaos chaos;
  public final OutboxTable table;
  public final CallTable calls;
  public final Calls staff;
  public final UndeliveredMessages deadLetters;
  public final Deliveries deliveries;
  public final Contacts contacts;
  public final NotifiedAppointments visits;

  public TestProcess(
      DataSource dataSource,
      SettableClock time,
      Chaos chaos,
      List<MessageChannel> channels,
      TestRecord record) {
    this.chaos = chaos;
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    JdbcTransactionManager spring = new JdbcTransactionManager(dataSource);
    transactions = new SpringTransactionManager(spring);
    Clock clock = new TurnedClock(time);
    SealedJson sealed =
        new SealedJson(JsonMapper.builder().addModule(TestSealing.module()).build());
    PhoneIndex phones = new PhoneIndex(jdbc, new PhoneHashes(new SagaSecret(new byte[32])));
    PhoneNumbers numbers = new PhoneNumbers("DE");
    contacts = new Contacts(jdbc, sealed, numbers, phones);
    visits = new NotifiedAppointments(jdbc, sealed);
    table = new OutboxTable(JdbcClient.create(dataSource), sealed, clock);
    NotificationSettings settings =
        new NotificationSettings(
            "desk@practice.example",
            Optional.of("staff@practice.example"),
            URI.create("http://localhost"),
            Locale.ENGLISH,
            Optional.empty());
    SimpleCommandBus bus = SimpleCommandBus.builder().build();
    bus.subscribe(
        RecordNotification.class.getName(),
        command -> {
          chaos.step("before recording");
          NotificationState state = record.take((RecordNotification) command.getPayload());
          chaos.step("after recording");
          return state;
        });
    calls = new CallTable(JdbcClient.create(dataSource), table, clock);
    Records records =
        new Records(
            table,
            new StaffCalls(table, calls, settings, clock),
            DefaultCommandGateway.builder().commandBus(bus).build(),
            clock);
    staff = new Calls(calls, contacts, records);
    Sender sender =
        new Sender(
            table,
            records,
            visits,
            new MessageRenderer(
                contacts,
                new Templates(settings),
                new MessageFacts(contacts, visits, new TimeOffTable(jdbc), sealed, clock),
                (patient, channel) -> URI.create("http://localhost/opt-out"),
                settings,
                clock),
            new MessageChannels(channels),
            (visit, revision) ->
                visits.find(visit).filter(found -> found.revision() > revision).isPresent(),
            (doctor, absence) -> record.calledOff.contains(absence.visit()),
            new LinkInsertion(Optional.empty()),
            sealed,
            clock);
    DbSchedulerDeadlineManager[] deadlines = new DbSchedulerDeadlineManager[1];
    scheduler =
        manual(
            dataSource,
            time,
            List.of(
                SendExecution.of(sender),
                DbSchedulerDeadlineManager.binaryTask(() -> deadlines[0])));
    Outbox dispatches = new Outbox(table, scheduler, contacts, patient -> false, settings);
    deliveries = new Deliveries(table, records);
    deadLetters =
        new UndeliveredMessages(table, records, scheduler, new TransactionTemplate(spring), clock);
    Serializer serializer = serializer();
    deadlines[0] =
        DbSchedulerDeadlineManager.builder()
            .scheduler(scheduler)
            .serializer(serializer)
            .transactionManager(transactions)
            .startScheduler(false)
            .stopScheduler(false)
            .scopeAwareProvider(scope -> Stream.of(sagas()))
            .build();
    ParameterResolverFactory parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(getClass()),
            new SimpleResourceParameterResolverFactory(
                List.of(
                    deadlines[0],
                    clock,
                    new ReminderPlans(contacts),
                    new Reminders(visits, dispatches, clock))));
    reminders = sagaManager(dataSource, serializer, parameters);
    book =
        new AnnotationEventHandlerAdapter(
            new ContactBook(jdbc, sealed, numbers, phones), parameters);
    reactions =
        new AnnotationEventHandlerAdapter(
            new WhenVisitChangesThenNotify(visits, dispatches, calls, clock), parameters);
    leaves =
        new AnnotationEventHandlerAdapter(
            new WhenTimeOffChangesThenNotify(new TimeOffTable(jdbc), dispatches, clock),
            parameters);
  }

  private AnnotatedSagaManager<ReminderSaga> sagas() {
    return reminders;
  }

  private static ManualScheduler manual(
      DataSource dataSource, SettableClock time, List<Task<?>> tasks) {
    TestHelper.ManualSchedulerBuilder builder =
        TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(dataSource), tasks)
            .clock(time);
    builder.tableName("work.scheduled_tasks");
    return builder.build();
  }

  private static Serializer serializer() {
    return Jackson3Serializer.builder()
        .defaultTyping()
        .jsonMapperBuilderCustomizer(
            mapper ->
                mapper
                    .addModule(TestSealing.module())
                    .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.axonframework.")
                            .allowIfSubType("medic.")
                            .allowIfSubType("java.util.")
                            .build()))
        .build();
  }

  private static AnnotatedSagaManager<ReminderSaga> sagaManager(
      DataSource dataSource, Serializer serializer, ParameterResolverFactory parameters) {
    SagaSchema schema =
        SagaSchema.builder()
            .sagaEntryTable("work.saga_entry")
            .sagaIdColumn("saga_id")
            .sagaTypeColumn("saga_type")
            .revisionColumn("revision")
            .serializedSagaColumn("serialized_saga")
            .associationValueEntryTable("work.association_value_entry")
            .associationKeyColumn("association_key")
            .associationValueColumn("association_value")
            .build();
    JdbcSagaStore store =
        JdbcSagaStore.builder()
            .connectionProvider(
                new UnitOfWorkAwareConnectionProviderWrapper(
                    new SpringDataSourceConnectionProvider(dataSource)))
            .sqlSchema(new PostgresSagaSqlSchema(schema))
            .serializer(serializer)
            .build();
    return AnnotatedSagaManager.<ReminderSaga>builder()
        .sagaType(ReminderSaga.class)
        .parameterResolverFactory(parameters)
        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
        .sagaRepository(
            AnnotatedSagaRepository.<ReminderSaga>builder()
                .sagaType(ReminderSaga.class)
                .parameterResolverFactory(parameters)
                .sagaStore(store)
                .build())
        .build();
  }

  /** Forgets what was noted of time off, and notes it anew from events that were handled before. */
  public void replayTimeOff(List<DomainEventMessage<?>> events) {
    leaves.prepareReset(null);
    TrackingToken begun =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(events.size()), new GlobalSequenceTrackingToken(0));
    for (DomainEventMessage<?> event : events) {
      DomainEventMessage<?> again = new GenericTrackedDomainEventMessage<>(begun, event);
      DefaultUnitOfWork<DomainEventMessage<?>> work = DefaultUnitOfWork.startAndGet(again);
      work.execute(
          () -> {
            try {
              leaves.handle(again);
            } catch (Exception failure) {
              throw new IllegalStateException(failure);
            }
          });
    }
  }

  /** Handles an event in one transaction; killed before its end, nothing of it has happened. */
  public void handle(DomainEventMessage<?> event) {
    DefaultUnitOfWork<DomainEventMessage<?>> work = new DefaultUnitOfWork<>(event);
    work.attachTransaction(transactions);
    work.start();
    try {
      book.handle(event);
      chaos.step("contacts noted");
      reactions.handle(event);
      leaves.handle(event);
      chaos.step("notices queued");
      reminders.handle(event, Segment.ROOT_SEGMENT);
      chaos.step("reminders set");
      work.commit();
    } catch (Chaos.Killed killed) {
      work.rollback(killed);
      throw killed;
    } catch (Exception failure) {
      work.rollback(failure);
      throw new IllegalStateException(failure);
    }
  }

  public void runDue() {
    SweepTask.sweep(table, scheduler, scheduler.getClock().now());
    scheduler.runAnyDueExecutions();
  }

  /** The clock of the scheduler, as ours. */
  private static final class TurnedClock extends Clock {
    private final SettableClock time;

    TurnedClock(SettableClock time) {
      this.time = time;
    }

    @Override
    public Instant instant() {
      return time.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
